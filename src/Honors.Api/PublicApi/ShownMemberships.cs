using Honors.Api.Data;
using Honors.Api.People;
using Honors.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.PublicApi;

internal static class ShownMemberships
{
    /// <summary>Running memberships that a ground shows with the name, as the person's own page does.</summary>
    /// <param name="team">Of this team; null: of all.</param>
    public static async Task<IReadOnlyList<ShownMember>> ShownMembers(this HonorsDb db, LocalDate today, Guid? team, CancellationToken ct)
    {
        var naming = db.Grounds.RunningOn(today).Where(g => g.ShowsName);
        var members = await db.Memberships.Everyones().Where(m => (team == null || m.TeamId == team) && m.Until.Text == null && naming.Any(g => g.PersonId == m.PersonId))
            .Select(m => new ShownMember(m.Id, m.TeamId, m.PersonId)).ToListAsync(ct);
        var people = members.Select(m => m.PersonId).Distinct().ToList();
        List<Ground> grounds = [];
        foreach (var ids in people.Chunk(400)) grounds.AddRange(await db.Grounds.Everyones().RunningOn(today).Where(g => g.ShowsName && ids.Contains(g.PersonId)).ToListAsync(ct));
        var byPerson = grounds.ToLookup(g => g.PersonId);
        return members.FindAll(m => byPerson[m.PersonId].Any(g => g.AllOf.Contains(ShownRecord.Membership) || g.Records.Any(r => r.Id == m.Id)));
    }
}

internal sealed record ShownMember(Guid Id, Guid TeamId, Guid PersonId);
