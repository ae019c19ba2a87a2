using Honors.Api.Data;
using Honors.Api.Objections;
using Honors.Domain.Awards;
using Honors.Domain.Decisions;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Decisions;

/// <summary>Gathers what a decision is judged by, in so many queries whatever the length of its list.</summary>
internal static class DecidedCases
{
    /// <remarks>Asked beyond what the caller may see: whether a title was given before, or a case is free, does not depend on who asks.</remarks>
    public static async Task<IReadOnlyList<DecidedCase>> CasesOf(this HonorsDb db, Decision decision, LocalDate today, CancellationToken ct)
    {
        var ids = decision.Entries.Select(e => e.NominationId).ToList();
        var nominations = await db.Nominations.IgnoreQueryFilters([HonorsDb.Visible]).Include(n => n.Case)
            .Where(n => ids.Contains(n.Id) || (n.Case != null && n.Case.MergedIntoId != null && ids.Contains(n.Case.MergedIntoId.Value))).ToListAsync(ct);
        var likes = nominations.Where(n => n.Case?.MergedIntoId is not null).ToLookup(n => n.Case!.MergedIntoId!.Value);
        var procedureIds = nominations.Select(n => n.Case?.ProcedureId).OfType<Guid>().Distinct().ToList();
        var procedures = await db.Procedures.AsNoTracking().Where(p => procedureIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Facts, ct);
        var notices = await db.NoticesOf(ids, today, ct);
        var held = await db.HeldBy(nominations, decision, [.. procedures.Values.SelectMany(p => p.RequiredTitleIds)], ct);
        var (teams, postings) = await db.LinkedTo(nominations, ct);

        return
        [
            .. ids.Select(id => nominations.Single(n => n.Id == id)).Select(n =>
            {
                var procedure = procedures[n.Case!.ProcedureId];
                var members = n.Members.Select(m => m.PersonId).ToHashSet();
                var own = held.FindAll(a => (n.PersonId is not null && a.PersonId == n.PersonId) || (n.OrganizationId is not null && a.OrganizationId == n.OrganizationId)
                    || (members.Count > 0 && a.Members.Count > 0 && members.SetEquals(a.Members)));
                List<Guid> linked = [.. likes[n.Id].Append(n).SelectMany(x => x.Deeds.Concat(x.Deployments).Concat(x.ServiceHours)).Select(l => l.Id)];
                return new DecidedCase(
                    Guid.CreateVersion7(), n, [.. likes[n.Id]], procedure,
                    new NomineeHistory(
                        own.Exists(a => procedure.RequiredTitleIds.Contains(a.TitleId)) || (members.Count > 0 && members.All(m => held.Exists(a => a.PersonId == m && procedure.RequiredTitleIds.Contains(a.TitleId)))),
                        [.. own.Where(a => a.TitleId == decision.TitleId).Select(a => a.Latest)], null, 0),
                    notices.GetValueOrDefault(n.Id, NoticeProgress.None),
                    [.. linked.SelectMany(l => teams[l]).Distinct()], [.. linked.SelectMany(l => postings[l]).Distinct()]);
            }),
        ];
    }

    /// <summary>
    /// How far the public notices of these cases are, and whether an objection to one of them is open. The one place that asks it; a case that it does not name has had no notice.
    /// </summary>
    public static async Task<Dictionary<Guid, NoticeProgress>> NoticesOf(this HonorsDb db, IReadOnlyCollection<Guid> cases, LocalDate today, CancellationToken ct)
    {
        var notices = await db.Naming(cases).ToListAsync(ct);
        var open = await db.OpenObjections(cases, ct);
        return cases.ToDictionary(id => id, id => NoticeProgress.Of(
            [.. notices.SelectMany(n => n.Entries.Where(e => e.CaseId == id && !e.IsRemoved).Select(e => n.StandingOf(e.Id, today)))], open.Contains(id), today));
    }

    /// <summary>The days on which notices named the case, oldest first.</summary>
    public static async Task<IReadOnlyList<DateInterval>> NoticePeriodsOf(this HonorsDb db, Guid caseId, CancellationToken ct)
    {
        var notices = await db.Naming([caseId]).OrderBy(n => n.FirstDay).ToListAsync(ct);
        return [.. notices.SelectMany(n => n.Entries.Where(e => e.CaseId == caseId && !e.IsRemoved).Select(e => new DateInterval(n.FirstDay!.Value, e.LastDay!.Value)))];
    }

    private static IQueryable<Notice> Naming(this HonorsDb db, IReadOnlyCollection<Guid> cases) =>
        db.Notices.Everyones().Where(n => n.PublishedOn != null && n.Entries.Any(e => cases.Contains(e.CaseId)));

    /// <summary>Awards of the title given in the year of the document; one that was declined or voided has left its place to another.</summary>
    public static Task<int> GivenInTheYearOf(this HonorsDb db, Decision decision, CancellationToken ct)
    {
        var (first, last) = (new LocalDate(decision.DecidedOn.Year, 1, 1), new LocalDate(decision.DecidedOn.Year, 12, 31));
        return db.Awards.Everyones().CountAsync(
            a => a.TitleId == decision.TitleId && (a.Status == AwardStatus.Confirmed || a.Status == AwardStatus.Revoked) && a.SortDay >= first && a.SortDay <= last, ct);
    }

    private static Task<List<Held>> HeldBy(this HonorsDb db, List<Nomination> nominations, Decision decision, List<Guid> required, CancellationToken ct)
    {
        var members = nominations.SelectMany(n => n.Members).Select(m => m.PersonId).ToList();
        var people = nominations.Select(n => n.PersonId).OfType<Guid>().Concat(members).ToList();
        var bodies = nominations.Select(n => n.OrganizationId).OfType<Guid>().ToList();
        return db.Awards.Everyones()
            .Where(a => a.Status == AwardStatus.Confirmed && (a.TitleId == decision.TitleId || required.Contains(a.TitleId))
                && ((a.PersonId != null && people.Contains(a.PersonId.Value)) || (a.OrganizationId != null && bodies.Contains(a.OrganizationId.Value))
                    || a.Members.Any(m => members.Contains(m.PersonId))))
            .Select(a => new Held(a.TitleId, a.PersonId, a.OrganizationId, a.Members.Select(m => m.PersonId).ToList(), a.ConferredOn.Latest)).ToListAsync(ct);
    }

    /// <summary>The teams and the postings of each deed, deployment and service record. A deployment's many teams are not the person's.</summary>
    private static async Task<(ILookup<Guid, Guid> Teams, ILookup<Guid, Guid> Postings)> LinkedTo(this HonorsDb db, List<Nomination> nominations, CancellationToken ct)
    {
        var (deeds, deployments, hours) = (Ids(n => n.Deeds), Ids(n => n.Deployments), Ids(n => n.ServiceHours));
        var ofDeeds = await db.Deeds.Everyones().Where(d => deeds.Contains(d.Id))
            .Select(d => new { d.Id, Teams = d.Teams.Select(t => t.Id).ToList(), Postings = d.VillageAssignments.Select(v => v.Id).ToList() }).ToListAsync(ct);
        var ofHours = await db.ServiceRecords.Everyones().Where(r => hours.Contains(r.Id))
            .Select(r => new { r.Id, Teams = r.Teams.Select(t => t.Id).ToList(), Postings = r.VillageAssignments.Select(v => v.Id).ToList() }).ToListAsync(ct);
        var ofDeployments = await db.Deployments.Everyones().Where(d => deployments.Contains(d.Id))
            .Select(d => new { d.Id, Teams = new List<Guid>(), Postings = d.VillageAssignments.Select(v => v.Id).ToList() }).ToListAsync(ct);
        var all = ofDeeds.Concat(ofHours).Concat(ofDeployments).ToList();
        return (all.SelectMany(r => r.Teams.Select(t => (r.Id, Link: t))).ToLookup(l => l.Id, l => l.Link),
            all.SelectMany(r => r.Postings.Select(p => (r.Id, Link: p))).ToLookup(l => l.Id, l => l.Link));

        List<Guid> Ids(Func<Nomination, IEnumerable<Link>> links) => [.. nominations.SelectMany(links).Select(l => l.Id).Distinct()];
    }

    /// <param name="Members">Of an ad hoc group: another group is one of other members.</param>
    private sealed record Held(Guid TitleId, Guid? PersonId, Guid? OrganizationId, IReadOnlyList<Guid> Members, LocalDate? Latest);
}
