using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Domain.People;

namespace Honors.Api.Teams;

/// <summary>A person's place in a team.</summary>
/// <param name="MemberNumber">The team's own number for the member.</param>
/// <param name="From">Left out where nobody wrote down when it began.</param>
/// <param name="Until">The last day; left out while it runs.</param>
public sealed record MembershipRequest(
    Guid PersonId,
    [property: Length(Membership.MemberNumberMaxLength)] string? MemberNumber = null,
    PartialDateBody? From = null,
    PartialDateBody? Until = null);

/// <summary>When a membership or an employment ended.</summary>
/// <param name="Until">The last day, as exact as it is known.</param>
public sealed record EndingRequest(PartialDateBody Until);

/// <summary>A person's place in a team.</summary>
public sealed record MembershipResponse(
    Guid Id, Guid TeamId, string? TeamName, Guid PersonId, string? PersonName, string? MemberNumber, PartialDateView From, PartialDateView Until);

internal static class MembershipProjection
{
    public static System.Linq.Expressions.Expression<Func<Membership, MembershipResponse>> Of(HonorsDb db) => m => new(
        m.Id,
        m.TeamId,
        db.Organizations.Where(o => o.Id == m.TeamId).Select(o => o.Name).FirstOrDefault(),
        m.PersonId,
        db.People.Where(p => p.Id == m.PersonId).Select(p => p.Name).FirstOrDefault(),
        m.MemberNumber,
        PartialDateView.Of(m.From),
        PartialDateView.Of(m.Until));
}
