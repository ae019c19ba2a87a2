using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.Accounts;
using Honors.Domain.People;
using NodaTime;

namespace Honors.Api.People;

/// <summary>Why the public may see something of a person.</summary>
/// <param name="Kind">`published`: only what the source printed. `consent`: what was agreed to. `notice`: what a required notice or decision prints, for its time.</param>
/// <param name="ShowsUnit">Where the person works.</param>
/// <param name="RecordIds">Awards, deeds, deployments, postings, prior totals and memberships of the person, one by one.</param>
/// <param name="ShowsStory">The text of the deeds and deployments that it covers.</param>
/// <param name="ShowsHours">The sum of hours that have records.</param>
/// <param name="ShowsPortrait">The picture of `portraitFileId`, made small.</param>
/// <param name="AllOf">Kinds of which every record is covered, those to come too; of a consent alone.</param>
/// <param name="Source">What printed it; of `published` and `notice`.</param>
/// <param name="Consent">Of `consent`.</param>
/// <param name="Until">The last day, inclusive; of `notice`.</param>
/// <param name="PortraitFileId">A file of the kind `picture` that belongs to no record yet; it belongs to the ground from then on. Only with `showsPortrait`.</param>
public sealed record GroundRequest(
    GroundKind Kind,
    bool ShowsName,
    bool ShowsUnit,
    [property: MostItems(Ground.MostRecords)] IReadOnlyList<Guid> RecordIds,
    bool ShowsStory = false,
    bool ShowsHours = false,
    bool ShowsPortrait = false,
    [property: MostItems(GroundRequest.MostKinds)] IReadOnlyList<ShownRecord>? AllOf = null,
    SourceBody? Source = null,
    ConsentBody? Consent = null,
    LocalDate? Until = null,
    Guid? PortraitFileId = null,
    Guid? RecordedBy = null)
{
    internal const int MostKinds = 10;

    private Shown Shown => new()
    {
        Name = ShowsName,
        Unit = ShowsUnit,
        Story = ShowsStory,
        Hours = ShowsHours,
        Portrait = ShowsPortrait,
        PortraitFileId = PortraitFileId,
        Records = RecordIds,
        AllOf = AllOf ?? [],
    };

    internal Ground ToGround(Person person, IReadOnlyCollection<Guardianship> guardianships, RecordingBody by, Actor actor, Instant now)
    {
        Part("source", Source, Kind is not GroundKind.Consent);
        Part("consent", Consent, Kind is GroundKind.Consent);
        Part("until", Until, Kind is GroundKind.Notice);
        var id = Guid.CreateVersion7();
        return Kind switch
        {
            GroundKind.Published => Ground.Published(id, person.Id, Source!.ToSource(), Shown, by, actor, now),
            GroundKind.Notice => Ground.Notice(id, person.Id, Source!.ToSource(), Until!.Value, Shown, by, actor, now),
            _ => Ground.Consented(id, person, Consent!.ToConsent(), guardianships, Shown, by, actor, now),
        };
    }

    private static void Part(string member, object? sent, bool needed)
    {
        if (needed && sent is null) throw PeopleRules.PartMissing(member);
        if (!needed && sent is not null) throw PeopleRules.PartUnfit(member);
    }
}

/// <summary>To what, when, how and by whom a consent was given, and what proves it.</summary>
/// <param name="TextId">The text that was put before them: one of `/consent-texts`, or the body's own form.</param>
/// <param name="Channel">`page`: by the person, or by a confirmed guardian for a minor, through their own account, to the newest text; all else is recorded by the body, with its proof.</param>
/// <param name="Givers">The person; for a minor a guardian, and from 8 the minor too; for the dead near kin alone.</param>
/// <param name="Minor">Whether they were under 18; needed where the birth date leaves it open.</param>
/// <param name="ProofLocator">Where the paper or the recording lies.</param>
/// <param name="ProofFileId">A file that belongs to no record yet; it belongs to the ground from then on.</param>
public sealed record ConsentBody(
    [property: Length(Domain.People.Consent.PurposeMaxLength)] string Purpose,
    [property: Length(Domain.People.Consent.TextIdMaxLength)] string TextId,
    [property: Length(Domain.People.Consent.TextVersionMaxLength)] string TextVersion,
    LocalDate GivenOn,
    ConsentChannel Channel,
    [property: MostItems(Domain.People.Consent.MostGivers)] IReadOnlyList<ConsentGiverBody> Givers,
    bool? Minor = null,
    [property: Length(Domain.People.Consent.ProofLocatorMaxLength)] string? ProofLocator = null,
    Guid? ProofFileId = null)
{
    internal Consent ToConsent() => new(
        Purpose, TextId, TextVersion, GivenOn, Channel, [.. Givers.Select(g => new ConsentGiver(g.By, g.GuardianshipId, g.Relation))], Minor, ProofLocator, ProofFileId);

    internal static ConsentBody? Of(Consent? consent) => consent is null ? null : new(
        consent.Purpose, consent.TextId, consent.TextVersion, consent.GivenOn, consent.Channel,
        [.. consent.Givers.Select(g => new ConsentGiverBody(g.By, g.GuardianshipId, g.Relation))], consent.Minor, consent.ProofLocator, consent.ProofFileId);
}

/// <summary>One of those who gave a consent.</summary>
/// <param name="GuardianshipId">Of a guardian: which of the person's guardianships.</param>
/// <param name="Relation">Of near kin: what the giver is to the dead.</param>
public sealed record ConsentGiverBody(Speaker By, Guid? GuardianshipId = null, KinRelation? Relation = null);

/// <summary>Who asked for the end.</summary>
/// <param name="AskedBy">Left out where the ground was a mistake; of a person or guardian with an account it is known.</param>
public sealed record GroundEndingRequest(Speaker? AskedBy = null);

/// <summary>Why the public may see something of a person.</summary>
/// <param name="AwaitsOwnSay">A guardian has consented and the minor has still to agree; until then it shows nothing.</param>
/// <param name="OwnSay">When the minor agreed to what the guardian had consented to.</param>
/// <param name="EndedAt">From here on it shows nothing.</param>
public sealed record GroundResponse(
    Guid Id,
    GroundKind Kind,
    SourceView? Source,
    ConsentBody? Consent,
    bool ShowsName,
    bool ShowsUnit,
    bool ShowsStory,
    bool ShowsHours,
    bool ShowsPortrait,
    Guid? PortraitFileId,
    IReadOnlyList<Guid> RecordIds,
    IReadOnlyList<ShownRecord> AllOf,
    SignatureView Recorded,
    bool AwaitsOwnSay,
    SignatureView? OwnSay,
    LocalDate? Until,
    Instant? EndedAt,
    SignatureView? Ended,
    Speaker? EndingAskedBy,
    Guid RecordedBy)
{
    internal static readonly Expression<Func<Ground, GroundResponse>> From = g => new(
        g.Id, g.Kind, SourceView.Of(g.Source), ConsentBody.Of(g.Consent), g.ShowsName, g.ShowsUnit, g.ShowsStory, g.ShowsHours, g.ShowsPortrait, g.PortraitFileId,
        g.Records.Select(r => r.Id).ToList(), g.AllOf, SignatureView.Of(g.Recorded)!,
        g.AwaitsOwnSay, SignatureView.Of(g.OwnSay), g.Until, g.EndedAt, SignatureView.Of(g.Ended), g.EndingAskedBy, g.RecordedBy);

    private static readonly Func<Ground, GroundResponse> InMemory = From.Compile();

    internal static GroundResponse Of(Ground ground) => InMemory(ground);
}
