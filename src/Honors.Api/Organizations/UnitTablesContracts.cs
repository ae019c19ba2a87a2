using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.Calendar;
using Honors.Domain.People;
using NodaTime;

namespace Honors.Api.Organizations;

/// <summary>A vacation of a school.</summary>
/// <param name="Name">寒假, 暑假.</param>
/// <param name="LastDay">Inclusive.</param>
public sealed record VacationRequest([property: Length(Vacation.NameMaxLength)] string Name, LocalDate FirstDay, LocalDate LastDay);

/// <summary>A vacation of a school.</summary>
/// <param name="LastDay">Inclusive.</param>
public sealed record VacationResponse(Guid Id, [property: Length(Vacation.NameMaxLength)] string Name, LocalDate FirstDay, LocalDate LastDay, SignatureView Entered)
{
    internal static readonly Expression<Func<Vacation, VacationResponse>> Projection = v =>
        new(v.Id, v.Name, v.FirstDay, v.LastDay, SignatureView.Of(v.Entered)!);

    private static readonly Func<Vacation, VacationResponse> InMemory = Projection.Compile();

    internal static VacationResponse Of(Vacation vacation) => InMemory(vacation);
}

/// <summary>Rows of a unit's leave or duty sheet.</summary>
public sealed record AbsencesRequest([property: MostItems(AbsencesRequest.MostRows)] IReadOnlyList<AbsenceRow> Rows)
{
    internal const int MostRows = 200;
}

/// <summary>Leave or duty of one person.</summary>
/// <param name="LastDay">Inclusive.</param>
/// <param name="From">Of one day alone; left out, it is whole days.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Source">Which sheet says so.</param>
public sealed record AbsenceRow(
    Guid PersonId,
    AbsenceKind Kind,
    LocalDate FirstDay,
    LocalDate LastDay,
    [property: Length(Absence.SourceMaxLength)] string Source,
    LocalTime? From = null,
    LocalTime? To = null)
{
    internal AbsenceFacts ToFacts() => new(Kind, FirstDay, LastDay, From, To, Source);
}

/// <summary>What was entered, in the order sent.</summary>
public sealed record AbsencesResponse([property: MostItems(AbsencesRequest.MostRows)] IReadOnlyList<AbsenceResponse> Items);

/// <summary>Leave or duty of one person.</summary>
/// <param name="LastDay">Inclusive.</param>
/// <param name="From">Null: the whole of each day.</param>
/// <param name="To">Exclusive.</param>
public sealed record AbsenceResponse(
    Guid Id,
    Guid PersonId,
    AbsenceKind Kind,
    LocalDate FirstDay,
    LocalDate LastDay,
    LocalTime? From,
    LocalTime? To,
    [property: Length(Absence.SourceMaxLength)] string Source,
    SignatureView Entered)
{
    internal static readonly Expression<Func<Absence, AbsenceResponse>> Projection = a =>
        new(a.Id, a.PersonId, a.Kind, a.FirstDay, a.LastDay, a.From, a.To, a.Source, SignatureView.Of(a.Entered)!);

    private static readonly Func<Absence, AbsenceResponse> InMemory = Projection.Compile();

    internal static AbsenceResponse Of(Absence absence) => InMemory(absence);
}
