using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.Divisions;
using Honors.Domain.Organizations;

namespace Honors.Api.Accounts;

/// <summary>
/// Who sent this request and what they hold today. Filled once by <see cref="CallerMiddleware"/>; until then, and for a
/// request without an account, it holds nothing, and <c>HonorsDb</c> shows nothing.
/// </summary>
public sealed class Caller
{
    private Actor? _actor;
    private IReadOnlyList<HeldRight> _held = [];

    public bool IsKnown => _actor is not null;

    public Actor Actor => _actor ?? throw new InvalidOperationException("The route admits requests without an account.");

    public Guid? AccountId => _actor?.AccountId;

    /// <summary>The human whose own records these are; a program reads nobody's as its own.</summary>
    public Guid? PersonId => _actor is { IsProgram: false } human ? human.PersonId : null;

    /// <summary>Whose records the caller sees as a person does: their own, and those of their wards.</summary>
    public IReadOnlyList<Guid> Own { get; private set; } = [];

    /// <summary>Whether the caller sees the person's record as the person does, or a guardian.</summary>
    public bool Owns(Guid personId) => Own.Contains(personId);

    /// <summary>Bodies whose own records the caller reads.</summary>
    public IReadOnlyList<Guid> Bodies { get; private set; } = [];

    /// <summary>Areas of the offices the caller acts for (<see cref="DivisionCodes.AreaOf"/>): every body within is read.</summary>
    public IReadOnlyList<long> Areas { get; private set; } = [];

    /// <summary>Bodies whose accounts the caller manages.</summary>
    public IReadOnlyList<Guid> ManagedBodies { get; private set; } = [];

    /// <summary>Areas of the offices whose accounts, and those of every body within, the caller manages.</summary>
    public IReadOnlyList<long> ManagedAreas { get; private set; } = [];

    /// <summary>Whether the caller holds the right in any body at all; the body at hand is judged by <see cref="Require"/>.</summary>
    public bool Holds(Right right) => _held.Any(h => h.Right == right);

    /// <summary>Whether the caller holds the right in this body, or in an office above it.</summary>
    public bool May(Right right, IRecorded record) => _held.Any(h => h.Right == right
        && (h.OrganizationId == record.RecordedBy || h.StandsAbove(record.RecordedIn)));

    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>.</exception>
    public void Require(Right right, IRecorded record)
    {
        if (!May(right, record)) throw RightsRules.NotInThisBody(right);
    }

    /// <summary>What two bodies disagree on is for an office above them, not for one of them.</summary>
    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>.</exception>
    public void RequireAbove(Right right, IRecorded record)
    {
        if (!MayAbove(right, record)) throw RightsRules.NotInThisBody(right);
    }

    /// <summary>Whether the caller holds the right in an office above the body of the record, not in that body itself.</summary>
    public bool MayAbove(Right right, IRecorded record) => _held.Any(h => h.Right == right && h.OrganizationId != record.RecordedBy && h.StandsAbove(record.RecordedIn));

    /// <summary>Whether the caller holds the right in the office of this division, or in one above it.</summary>
    public bool MayOver(Right right, long divisionCode) => _held.Any(h => h.Right == right && h.StandsAbove(divisionCode));

    /// <inheritdoc cref="MayOver"/>
    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>.</exception>
    public void RequireOver(Right right, long divisionCode)
    {
        if (!MayOver(right, divisionCode)) throw RightsRules.NotInThisBody(right, "divisionCode");
    }

    /// <summary>Whether the caller holds the right in an office of a county or higher whose division holds the body of the record.</summary>
    public bool MayInCounty(Right right, IRecorded record) => _held.Any(h => h.Right == right && h.DivisionCode % DivisionCodes.County is 0 && h.StandsAbove(record.RecordedIn));

    /// <summary>Whether the caller holds the right in an office: one above the body of the record, or that recorded itself. A plain body's own word is not enough.</summary>
    public bool MayAsOffice(Right right, IRecorded record) => _held.Any(h => h.Right == right && h.IsOffice
        && (h.OrganizationId == record.RecordedBy || h.StandsAbove(record.RecordedIn)));

    /// <inheritdoc cref="MayAsOffice"/>
    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>.</exception>
    public void RequireAsOffice(Right right, IRecorded record)
    {
        if (!MayAsOffice(right, record)) throw RightsRules.NotInThisBody(right);
    }

    /// <summary>What holds for everybody is for an office to enter, not for a team or a unit.</summary>
    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>.</exception>
    public void RequireInOffice(Right right)
    {
        if (!_held.Any(h => h.Right == right && h.IsOffice)) throw RightsRules.NotInThisBody(right);
    }

    /// <summary>Whether the caller holds the right in the body itself, or in an office above it.</summary>
    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>.</exception>
    public void RequireIn(Right right, Organization organization, string? member = null)
    {
        if (!_held.Any(h => h.Right == right && (h.OrganizationId == organization.Id || h.StandsAbove(organization))))
            throw RightsRules.NotInThisBody(right, member);
    }

    /// <summary>Whether the caller holds the right in one of these very bodies: an office above them does not act in their place.</summary>
    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>.</exception>
    public void RequireInThese(Right right, params IReadOnlyList<Guid?> bodies)
    {
        if (!_held.Any(h => h.Right == right && bodies.Contains(h.OrganizationId))) throw RightsRules.NotInThisBody(right);
    }

    /// <summary>The body in whose name the caller records: the one named, or the only one in which they may.</summary>
    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>; <c>rights.name-the-body</c> when several would do and none is named.</exception>
    public RecordingBody Records(Guid? bodyId) => ActsFor(Right.Record, bodyId);

    /// <summary>The body in whose name the caller hands in a paper: of a record, or of a nomination.</summary>
    /// <inheritdoc cref="Records"/>
    public RecordingBody Hands(Guid? bodyId) =>
        ActsFor(_held.Any(h => h.Right is Right.Record && (bodyId is null || h.OrganizationId == bodyId)) ? Right.Record : Right.Nominate, bodyId);

    /// <summary>The body in whose name the caller uses a right: the one named, or the only one in which they hold it.</summary>
    /// <inheritdoc cref="Records"/>
    public RecordingBody ActsFor(Right right, Guid? bodyId)
    {
        var bodies = _held.Where(h => h.Right == right && (bodyId is null || h.OrganizationId == bodyId)).ToList();
        return bodies switch
        {
            [] => throw RightsRules.NotInThisBody(right),
            [var body] => new RecordingBody(body.OrganizationId, body.DivisionCode),
            _ => throw RightsRules.NameTheBody(),
        };
    }

    /// <summary>The body in whose name the caller records what belongs to <paramref name="organization"/>: that body itself, or an office above it.</summary>
    /// <exception cref="RuleViolationException"><c>rights.not-in-this-body</c>.</exception>
    public RecordingBody RecordsFor(Organization organization) =>
        _held.Where(h => h.Right is Right.Record && (h.OrganizationId == organization.Id || h.StandsAbove(organization.DivisionCode)))
            .OrderByDescending(h => h.OrganizationId == organization.Id)
            .Select(h => new RecordingBody(h.OrganizationId, h.DivisionCode))
            .FirstOrDefault() ?? throw RightsRules.NotInThisBody(Right.Record);

    /// <summary>Where the caller holds any of these rights: in which bodies, and over which areas by those of them that are offices.</summary>
    internal Reach Where(params Right[] anyOf) => ReachOf(_held.Where(h => anyOf.Contains(h.Right)));

    /// <summary>Whether the caller holds the right in this very body: what only the body itself can say, no office says for it.</summary>
    public bool SpeaksFor(Right right, Guid organizationId) => _held.Any(h => h.Right == right && h.OrganizationId == organizationId);

    /// <summary>Whether the caller holds the right in an office above the body.</summary>
    public bool SpeaksAbove(Right right, Organization organization) =>
        _held.Any(h => h.Right == right && h.OrganizationId != organization.Id && h.StandsAbove(organization));

    /// <summary>The same, in another scope of the same request.</summary>
    internal void Is(Caller other)
    {
        (_actor, _held) = (other._actor, other._held);
        (Own, Bodies, Areas, ManagedBodies, ManagedAreas) = (other.Own, other.Bodies, other.Areas, other.ManagedBodies, other.ManagedAreas);
    }

    internal void Is(Actor actor, IReadOnlyList<HeldRight> held, IReadOnlyList<Guid> wards)
    {
        (_actor, _held) = (actor, held);
        Own = PersonId is { } self ? [self, .. wards] : [];
        (Bodies, Areas) = ReachOf(held.Where(h => h.Reads));
        (ManagedBodies, ManagedAreas) = ReachOf(held.Where(h => h.Right is Right.Administer));
    }

    private static Reach ReachOf(IEnumerable<HeldRight> held) => new(
        [.. held.Select(h => h.OrganizationId).Distinct()],
        [.. held.Where(h => h.IsOffice).Select(h => DivisionCodes.AreaOf(h.DivisionCode)).Distinct()]);
}

/// <summary>Bodies, and areas of offices (<see cref="DivisionCodes.AreaOf"/>).</summary>
internal sealed record Reach(IReadOnlyList<Guid> Bodies, IReadOnlyList<long> Areas);

/// <summary>A running grant and where its body sits.</summary>
internal sealed record HeldRight(Right Right, Guid OrganizationId, OrganizationKind Kind, long DivisionCode)
{
    public bool IsOffice => Kind.IsOffice();

    /// <summary>Managing accounts opens no personal record.</summary>
    public bool Reads => Right is not Right.Administer;

    /// <summary>An office stands above what lies in its division, but not above another office of the same division.</summary>
    public bool StandsAbove(Organization organization) =>
        StandsAbove(organization.DivisionCode) && !(organization.Kind.IsOffice() && organization.DivisionCode == DivisionCode);

    public bool StandsAbove(long divisionCode) =>
        IsOffice && DivisionCodes.RangeOf(DivisionCode) is var (from, to) && from <= divisionCode && divisionCode <= to;
}

internal static class RightsRules
{
    public const string NotHere = "rights.not-in-this-body";
    public const string WhichBody = "rights.name-the-body";

    public static RuleViolationException NotInThisBody(Right right, string? member = null) =>
        new(NotHere, Refusal.NotAllowed, member, new Dictionary<string, object?> { ["right"] = right });

    public static RuleViolationException NameTheBody() => new(WhichBody, Refusal.Impossible, "recordedBy");
}
