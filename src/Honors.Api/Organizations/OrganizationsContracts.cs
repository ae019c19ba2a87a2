using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Http;
using Honors.Domain.Organizations;

namespace Honors.Api.Organizations;

/// <summary>A body: office, school, team, association, government, village committee, enterprise or media.</summary>
/// <param name="DivisionCode">Twelve digits: where it sits.</param>
/// <param name="TeamKind">For teams, and only for teams.</param>
/// <param name="CreditCode">统一社会信用代码, where the body has one of its own.</param>
/// <param name="RecordedBy">The body in whose name it is entered; may be left out by those who record for one body only.</param>
public sealed record OrganizationRequest(
    [property: Length(Organization.NameMaxLength)] string Name,
    OrganizationKind Kind,
    [property: DivisionCode] long DivisionCode,
    TeamKind? TeamKind = null,
    Guid? ParentId = null,
    [property: Length(CreditCode.Length, CreditCode.Length)] string? CreditCode = null,
    Guid? RecordedBy = null)
{
    internal OrganizationFacts ToFacts() => new(Name, Kind, DivisionCode, TeamKind, ParentId, CreditCode);
}

/// <summary>A body of the registry.</summary>
public sealed record OrganizationResponse(
    Guid Id, string Name, OrganizationKind Kind, TeamKind? TeamKind, long DivisionCode, Guid? ParentId, string? CreditCode, int Version) : IVersioned
{
    internal static readonly Expression<Func<Organization, OrganizationResponse>> From = o =>
        new(o.Id, o.Name, o.Kind, o.TeamKind, o.DivisionCode, o.ParentId, o.CreditCode, o.Version);

    private static readonly Func<Organization, OrganizationResponse> InMemory = From.Compile();

    internal static OrganizationResponse Of(Organization organization) => InMemory(organization);
}
