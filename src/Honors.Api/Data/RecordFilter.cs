using NodaTime;

namespace Honors.Api.Data;

/// <summary>The filters that all four lists of records share.</summary>
/// <param name="PersonId">Only records of this person.</param>
/// <param name="TeamId">Only records linked to this team.</param>
/// <param name="VillageAssignmentId">Only records linked to this posting.</param>
/// <param name="OrganizationId">Only records that this body made or organised, granted or received.</param>
/// <param name="From">Only records that may have happened on this day or later.</param>
/// <param name="To">Only records that may have happened on this day or earlier.</param>
public sealed record RecordFilter(Guid? PersonId, Guid? TeamId, Guid? VillageAssignmentId, Guid? OrganizationId, DateOnly? From, DateOnly? To)
{
    public static RecordFilter OfPerson(Guid id) => new(id, null, null, null, null, null);

    public static RecordFilter OfTeam(Guid id) => new(null, id, null, null, null, null);

    public static RecordFilter OfVillageAssignment(Guid id) => new(null, null, id, null, null, null);

    internal (LocalDate? From, LocalDate? To) Days => (Day(From), Day(To));

    private static LocalDate? Day(DateOnly? day) => day is { } d ? LocalDate.FromDateOnly(d) : null;
}
