using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.Organizations;

namespace Honors.Api.Organizations;

/// <summary>A body: office, school, team, association, government, village committee, enterprise or media.</summary>
/// <param name="DivisionCode">Twelve digits: where it sits.</param>
/// <param name="TeamKind">For teams, and only for teams.</param>
/// <param name="RecordedBy">The body in whose name it is entered; may be left out by those who record for one body only.</param>
public sealed record OrganizationRequest(
    [property: Length(Organization.NameMaxLength)] string Name,
    OrganizationKind Kind,
    [property: DivisionCode] long DivisionCode,
    TeamKind? TeamKind = null,
    Guid? ParentId = null,
    Guid? RecordedBy = null)
{
    internal OrganizationFacts ToFacts() => new(Name, Kind, DivisionCode, TeamKind, ParentId);
}

/// <summary>A body of the registry.</summary>
public sealed record OrganizationResponse(
    Guid Id, string Name, OrganizationKind Kind, TeamKind? TeamKind, long DivisionCode, Guid? ParentId, int Version) : IVersioned
{
    internal static readonly Expression<Func<Organization, OrganizationResponse>> From = o =>
        new(o.Id, o.Name, o.Kind, o.TeamKind, o.DivisionCode, o.ParentId, o.Version);

    private static readonly Func<Organization, OrganizationResponse> InMemory = From.Compile();

    internal static OrganizationResponse Of(Organization organization) => InMemory(organization);
}
