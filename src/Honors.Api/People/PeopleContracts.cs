using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Api.Identities;
using Honors.Domain.Identities;
using Honors.Domain.People;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Api.People;

/// <summary>A person, with as little as a name.</summary>
/// <param name="Born">As exact as it is known; an interval where only an age was printed. Never public.</param>
/// <param name="Died">As exact as it is known, a year will do; left out while nothing is known of it. Never public.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only. Fixed once recorded.</param>
public sealed record PersonRequest(
    [property: Length(Person.NameMaxLength)] string Name,
    Gender Gender = Gender.NotStated,
    PartialDateBody? Born = null,
    PartialDateBody? Died = null,
    Guid? RecordedBy = null)
{
    internal PersonFacts ToFacts() => new(Name, Gender, Born.OrUnknown()) { Died = Died.OrUnknown() };
}

/// <summary>A person of the registry.</summary>
/// <param name="Number">The public number; nothing can be read from it.</param>
public sealed record PersonResponse(Guid Id, string Number, string Name, Gender Gender, PartialDateView Born, PartialDateView Died, Guid RecordedBy, int Version) : IVersioned
{
    internal static readonly Expression<Func<Person, PersonResponse>> From = p =>
        new(p.Id, p.Number, p.Name, p.Gender, PartialDateView.Of(p.Born), PartialDateView.Of(p.Died), p.RecordedBy, p.Version);

    private static readonly Func<Person, PersonResponse> InMemory = From.Compile();

    internal static PersonResponse Of(Person person) => InMemory(person);
}

/// <summary>A person to record, with as little as a name.</summary>
/// <param name="Born">As exact as it is known; where left out, taken from the identity number. Never public.</param>
/// <param name="Died">As exact as it is known, a year will do; left out while nothing is known of it. Never public.</param>
/// <param name="Identity">Kept enciphered, shown masked. Whether another record bears it is never told here.</param>
/// <param name="RecordedBy">The body that records; may be left out by those who record for one body only. Fixed once recorded.</param>
public sealed record NewPersonRequest(
    [property: Length(Person.NameMaxLength)] string Name,
    Gender Gender = Gender.NotStated,
    PartialDateBody? Born = null,
    PartialDateBody? Died = null,
    IdentityRequest? Identity = null,
    Guid? RecordedBy = null)
{
    internal PersonFacts ToFacts(IdentityNumber? identity) => new(
        Name,
        Gender is Gender.NotStated && identity is not null ? identity.Gender : Gender,
        Born is null && identity?.Born is { Year: >= 1900 } day ? PartialDate.On(day) : Born.OrUnknown())
    { Died = Died.OrUnknown() };
}

/// <summary>A person just recorded, and the body's affiliation with them.</summary>
/// <param name="Number">The public number; nothing can be read from it.</param>
public sealed record RecordedPersonResponse(
    Guid Id, string Number, string Name, Gender Gender, PartialDateView Born, PartialDateView Died, Guid RecordedBy, int Version, AffiliationResponse Affiliation) : IVersioned
{
    internal static RecordedPersonResponse Of(Person person, Affiliation affiliation) => new(
        person.Id, person.Number, person.Name, person.Gender, PartialDateView.Of(person.Born), PartialDateView.Of(person.Died), person.RecordedBy, person.Version, AffiliationResponse.Of(affiliation));
}

/// <summary>That a body keeps the person in its records.</summary>
/// <param name="OrganizationId">The body.</param>
/// <param name="Status">`pending` until the person, or an office above the body, confirms it.</param>
public sealed record AffiliationResponse(Guid Id, Guid OrganizationId, AffiliationStatus Status, SignatureView Stated, SignatureView? Confirmed)
{
    internal static readonly Expression<Func<Affiliation, AffiliationResponse>> From = a => new(
        a.Id, a.RecordedBy, a.Confirmed == null ? AffiliationStatus.Pending : AffiliationStatus.Confirmed, SignatureView.Of(a.Stated)!, SignatureView.Of(a.Confirmed));

    private static readonly Func<Affiliation, AffiliationResponse> InMemory = From.Compile();

    internal static AffiliationResponse Of(Affiliation affiliation) => InMemory(affiliation);
}

/// <summary>Work in a unit.</summary>
/// <param name="Until">The last day; left out while it runs.</param>
public sealed record EmploymentRequest(
    Guid OrganizationId,
    [property: Length(Employment.PositionMaxLength)] string? Position = null,
    PartialDateBody? From = null,
    PartialDateBody? Until = null,
    bool IsHead = false,
    Guid? RecordedBy = null);

/// <summary>Work in a unit.</summary>
/// <param name="IsHead">The head of the unit: their hours are confirmed by the body above.</param>
/// <param name="Confirmed">By the person or an office; until then the unit sees nothing by it.</param>
public sealed record EmploymentResponse(
    Guid Id, Guid OrganizationId, string? Position, bool IsHead, PartialDateView From, PartialDateView Until, SignatureView Stated, SignatureView? Confirmed,
    Guid RecordedBy)
{
    internal static readonly Expression<Func<Employment, EmploymentResponse>> Projection = e =>
        new(e.Id, e.OrganizationId, e.Position, e.IsHead, PartialDateView.Of(e.From), PartialDateView.Of(e.Until), SignatureView.Of(e.Stated)!, SignatureView.Of(e.Confirmed), e.RecordedBy);

    private static readonly Func<Employment, EmploymentResponse> InMemory = Projection.Compile();

    internal static EmploymentResponse Of(Employment employment) => InMemory(employment);
}

/// <summary>What a person had served before the registry, as one total (期初累计).</summary>
/// <param name="AsOf">The total holds everything up to here; its last day must be known.</param>
/// <param name="Activities">Times of service joined or organised.</param>
/// <param name="Kinds">As the source names them.</param>
/// <param name="SpanAsWritten">The span in the source's words: 十多年.</param>
public sealed record PriorTotalRequest(
    PartialDateBody AsOf,
    SourceBody Source,
    [property: Between(1, PriorTotal.MostMinutes)] int? Minutes = null,
    QuantityBody? Activities = null,
    QuantityBody? PeopleHelped = null,
    [property: MostItems(PriorTotal.MostKinds), EachLength(PriorTotal.KindMaxLength)] IReadOnlyList<string>? Kinds = null,
    [property: Length(PriorTotal.AsWrittenMaxLength)] string? SpanAsWritten = null,
    Guid? RecordedBy = null)
{
    internal PriorTotalFacts ToFacts() =>
        new(AsOf.ToDate(), Minutes, Activities?.ToQuantity(), PeopleHelped?.ToQuantity(), Kinds ?? [], SpanAsWritten, Source.ToSource());
}

/// <summary>A total from before the registry; never added to recorded hours.</summary>
public sealed record PriorTotalResponse(
    Guid Id,
    PartialDateView AsOf,
    int? Minutes,
    QuantityView? Activities,
    QuantityView? PeopleHelped,
    IReadOnlyList<string> Kinds,
    string? SpanAsWritten,
    SourceView Source,
    Guid RecordedBy,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<PriorTotal, PriorTotalResponse>> From = t => new(
        t.Id, PartialDateView.Of(t.AsOf), t.Minutes, QuantityView.Of(t.Activities, "次"), QuantityView.Of(t.PeopleHelped, "人"),
        t.Kinds, t.SpanAsWritten, SourceView.Of(t.Source)!, t.RecordedBy, t.Version);

    private static readonly Func<PriorTotal, PriorTotalResponse> InMemory = From.Compile();

    internal static PriorTotalResponse Of(PriorTotal total) => InMemory(total);
}

/// <summary>What is wrong or missing in the person's records.</summary>
/// <param name="AskedBy">Who asks; of a `guardian` without an account, and of `kin`, the body they turned to enters it.</param>
/// <param name="Wrong">In the asker's words.</param>
/// <param name="RecordId">The record in question; left out where something is missing, or of the person's own entry.</param>
public sealed record CorrectionRequest(
    Speaker AskedBy, [property: Length(Correction.WrongMaxLength)] string Wrong, Guid? RecordId = null);

/// <summary>The body's answer.</summary>
/// <param name="Reason">What was found; owed for a yes as for a no.</param>
public sealed record CorrectionAnswerRequest(bool Accepted, [property: Length(Correction.AnswerMaxLength)] string Reason);

/// <summary>A request to put records right.</summary>
/// <param name="AnswerDue">Ten working days after it was received; null: 待定.</param>
/// <param name="Accepted">Null until answered.</param>
/// <param name="AnsweringBody">The body that made the record.</param>
public sealed record CorrectionResponse(
    Guid Id, Guid? RecordId, Speaker AskedBy, string Wrong, LocalDate ReceivedOn, LocalDate? AnswerDue, bool? Accepted, string? Answer,
    SignatureView Received, SignatureView? Answered, Guid AnsweringBody)
{
    internal static readonly Expression<Func<Correction, CorrectionResponse>> From = c => new(
        c.Id, c.RecordId, c.AskedBy, c.Wrong, c.ReceivedOn, c.AnswerDue, c.Accepted, c.Answer, SignatureView.Of(c.Received)!, SignatureView.Of(c.Answered), c.RecordedBy);

    private static readonly Func<Correction, CorrectionResponse> InMemory = From.Compile();

    internal static CorrectionResponse Of(Correction correction) => InMemory(correction);
}
