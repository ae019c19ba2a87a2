using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Deployments;
using Honors.Api.People;
using Honors.Domain.Deployments;
using Honors.Domain.Files;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.PublicApi;

/// <summary>
/// A person as their running grounds allow: a record is shown when a ground covers it. The few queries here lift the visibility
/// filter and put the grounds in its place.
/// </summary>
internal static class PublicProfile
{
    public static async Task<PublicPerson?> Profile(this HonorsDb db, string number, LocalDate today, CancellationToken ct)
    {
        // The number of somebody who was merged leads to whoever stands for them. Two look-ups, each by its index: joined, they would read everybody.
        var people = db.People.IgnoreQueryFilters([HonorsDb.Visible, HonorsDb.Unmerged]);
        var id = await people.Where(p => p.Number == number).Select(p => (Guid?)(p.MergedIntoId ?? p.Id)).SingleOrDefaultAsync(ct);
        var person = await people.Where(p => p.Id == id).Select(p => new { p.Id, p.Number, p.Name }).SingleOrDefaultAsync(ct);
        if (person is null) return null;

        var grounds = await db.Grounds.Everyones().RunningOn(today).Where(g => g.PersonId == person.Id).OrderBy(g => g.Id).ToListAsync(ct);
        var named = grounds.FindAll(g => g.ShowsName);
        if (named is []) return null;

        var told = named.FindAll(g => g.ShowsStory);
        return new PublicPerson(
            person.Number,
            person.Name,
            grounds.Any(g => g.ShowsUnit) ? await Unit(db, person.Id, ct) : null,
            grounds.Exists(HasPortrait) ? PortraitOf(person.Number) : null,
            await Teams(db, person.Id, Reach.Of(named, ShownRecord.Membership), ct),
            await Awards(db, person.Id, Reach.Of(named, ShownRecord.Award), ct),
            await Deeds(db, person.Id, Reach.Of(named, ShownRecord.Deed), Reach.Of(told, ShownRecord.Deed), ct),
            await Deployments(db, person.Id, Reach.Of(named, ShownRecord.Deployment), Reach.Of(told, ShownRecord.Deployment), ct),
            await PriorTotals(db, person.Id, Reach.Of(named, ShownRecord.PriorTotal), ct),
            grounds.Exists(g => g.ShowsHours) ? (await PersonRecords.CountHours(db.PriorTotals.Everyones(), db.ServiceRecords.Everyones(), person.Id, ct)).Text : null,
            grounds.Exists(g => g.ShowsHours) ? await Hours(db, person.Id, ct) : [],
            await Postings(db, person.Id, Reach.Of(named, ShownRecord.VillageAssignment), ct),
            [.. grounds.Select(g => SourceView.Of(g.Source)).OfType<SourceView>()]);
    }

    public static string PortraitOf(string number) => $"/people/{number}/portrait.webp";

    /// <summary>The picture that the newest ground shows.</summary>
    /// <returns>Null where none does: then there is no portrait, whatever pictures the registry holds.</returns>
    public static async Task<StoredFile?> Portrait(this HonorsDb db, string number, LocalDate today, CancellationToken ct)
    {
        var id = await db.People.IgnoreQueryFilters([HonorsDb.Visible]).Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct);
        var grounds = await db.Grounds.Everyones().RunningOn(today).Where(g => g.PersonId == id).OrderBy(g => g.Id).ToListAsync(ct);
        return grounds.Exists(g => g.ShowsName) && grounds.FindLast(HasPortrait) is { } ground
            ? await db.Files.Everyones().SingleAsync(f => f.Id == ground.PortraitFileId, ct)
            : null;
    }

    private static bool HasPortrait(Ground ground) => ground is { ShowsPortrait: true, PortraitFileId: not null };

    /// <summary>The same minutes that <see cref="PersonRecords.CountHours"/> sums up, by kind.</summary>
    private static async Task<IReadOnlyList<PublicHours>> Hours(HonorsDb db, Guid person, CancellationToken ct)
    {
        var heldUntil = await db.PriorTotals.Everyones().Where(t => t.PersonId == person).MaxAsync(t => (LocalDate?)t.LastDay, ct);
        var sums = await db.ServiceRecords.Everyones()
            .Where(r => r.PersonId == person && r.Status == ServiceStatus.Verified && r.Kind != ActivityKind.Training)
            .SelectMany(r => r.Days, (r, d) => new { r.Category, d.Day, d.Credited }).Where(d => heldUntil == null || d.Day > heldUntil)
            .GroupBy(d => d.Category).Select(g => new { g.Key, Minutes = g.Sum(d => d.Credited) }).ToListAsync(ct);
        return [.. sums.Where(s => s.Minutes > 0).OrderByDescending(s => s.Minutes).ThenBy(s => s.Key)
            .Select(s => new PublicHours(s.Key, Words.Of(s.Key), s.Minutes, Printed.Minutes(s.Minutes)))];
    }

    private static Task<string?> Unit(HonorsDb db, Guid person, CancellationToken ct) =>
        db.Employments.Everyones().Where(e => e.PersonId == person && e.Until.Text == null).OrderByDescending(e => e.Id)
            .Select(e => db.Organizations.Where(o => o.Id == e.OrganizationId).Select(o => o.Name).FirstOrDefault()).FirstOrDefaultAsync(ct);

    private static async Task<IReadOnlyList<PublicTeam>> Teams(HonorsDb db, Guid person, Reach shown, CancellationToken ct) =>
        await db.Memberships.Everyones().Where(m => m.PersonId == person && m.Until.Text == null && (shown.All || shown.Ids.Contains(m.Id)))
            .Join(db.Organizations, m => m.TeamId, o => o.Id, (m, o) => new { m, o }).OrderBy(x => x.o.Name)
            .Select(x => new PublicTeam(x.o.Id, x.o.Name, x.o.TeamKind, PartialDateView.Of(x.m.From))).ToListAsync(ct);

    private static async Task<IReadOnlyList<PublicAward>> Awards(HonorsDb db, Guid person, Reach shown, CancellationToken ct)
    {
        var rows = await db.Awards.Everyones().Standing().Where(a => a.PersonId == person && !a.NotPublished && (shown.All || shown.Ids.Contains(a.Id)))
            .Join(db.Titles, a => a.TitleId, t => t.Id, (a, t) => new
            {
                a.Id,
                t.Name,
                t.Level,
                GrantedBy = db.Organizations.Where(o => o.Id == a.GrantingBodyId).Select(o => o.Name).FirstOrDefault(),
                a.ConferredOn,
                a.Ceremony,
                a.DocumentNumber,
                a.Posthumous,
                a.SortDay,
            })
            .OrderByDescending(r => r.SortDay).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.Level).Select(r => new PublicAward(
            r.Id, r.Name, r.Level, Words.Of(r.Level), r.GrantedBy ?? Words.Of(Words.NotStated), PartialDateView.Of(r.ConferredOn), r.Ceremony, r.DocumentNumber, r.Posthumous))];
    }

    private static async Task<IReadOnlyList<PublicDeed>> Deeds(HonorsDb db, Guid person, Reach shown, Reach told, CancellationToken ct)
    {
        var rows = await db.Deeds.Everyones().Where(d => (shown.All || shown.Ids.Contains(d.Id)) && d.Actors.Any(a => a.PersonId == person))
            .OrderByDescending(d => d.SortDay).Select(d => new { d.Id, d.Name, d.When, d.TimeAsWritten, d.Place, d.Summary, d.Helped }).ToListAsync(ct);
        return [.. rows.Select(d => new PublicDeed(
            d.Name, PartialDateView.Of(d.When), d.TimeAsWritten, d.Place, told.Holds(d.Id) ? d.Summary : null,
            [.. d.Helped.Select(h => h.Count.AsWritten ?? Printed.Quantity(h.Count, "名") + Words.Of(h.Kind))]))];
    }

    private static async Task<IReadOnlyList<PublicDeployment>> Deployments(HonorsDb db, Guid person, Reach shown, Reach told, CancellationToken ct)
    {
        // What is still going on is nobody's to see.
        var rows = await db.Deployments.Everyones().Where(d => d.Status != DeploymentStatus.Open && (shown.All || shown.Ids.Contains(d.Id)) && d.Roster.Any(l => l.PersonId == person))
            .OrderByDescending(d => d.SortDay).ThenByDescending(d => d.Id).ToListAsync(ct);
        var bodies = rows.SelectMany(d => d.Teams.Select(t => t.TeamId)).Concat(rows.Select(d => d.HostId).OfType<Guid>()).Distinct().ToList();
        var names = await db.Organizations.Where(o => bodies.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return [.. rows.Select(d => Show(d, person, told, names))];
    }

    private static PublicDeployment Show(Deployment deployment, Guid person, Reach told, Dictionary<Guid, string> names) => new(
        deployment.Name,
        PartialDateView.Of(deployment.When),
        QuantityView.Of(deployment.Days, "天"),
        QuantityView.Of(deployment.CallOuts, "次"),
        deployment.Place,
        deployment.Base,
        deployment.HostId is { } host ? names[host] : null,
        told.Holds(deployment.Id) ? deployment.Summary : null,
        [.. deployment.Teams.Select(t => new PublicDeploymentTeam(names[t.TeamId], QuantityView.Of(t.HeadCount, "人")))],
        // Another member's own figure is that member's to show.
        [.. deployment.Outcomes.Where(o => o.PersonId is null || o.PersonId == person).Select(Show)]);

    private static PublicOutcome Show(Outcome outcome)
    {
        var quantity = QuantityView.Of(outcome.Quantity, OutcomeView.CounterOf(outcome.Kind))!;
        var (kind, scope) = (Words.Of(outcome.Kind), Words.Of(outcome.Quantity.Scope));
        return new PublicOutcome(kind, quantity, scope, $"{kind} {quantity.Text}（{scope}）");
    }

    private static async Task<IReadOnlyList<PublicPriorTotal>> PriorTotals(HonorsDb db, Guid person, Reach shown, CancellationToken ct)
    {
        var rows = await db.PriorTotals.Everyones().Where(t => t.PersonId == person && (shown.All || shown.Ids.Contains(t.Id))).OrderBy(t => t.Id).ToListAsync(ct);
        return [.. rows.Select(t => new PublicPriorTotal(
            PartialDateView.Of(t.AsOf), t.Minutes, t.Minutes is { } minutes ? Printed.Minutes(minutes) : null,
            QuantityView.Of(t.Activities, "次"), QuantityView.Of(t.PeopleHelped, "人"), t.Kinds, t.SpanAsWritten))];
    }

    private static async Task<IReadOnlyList<PublicVillageAssignment>> Postings(HonorsDb db, Guid person, Reach shown, CancellationToken ct)
    {
        var rows = await db.VillageAssignments.Everyones().Where(v => v.PersonId == person && (shown.All || shown.Ids.Contains(v.Id))).OrderByDescending(v => v.SortDay)
            .Select(v => new
            {
                v.VillageCode,
                v.VillageName,
                SentBy = db.Organizations.Where(o => o.Id == v.SendingUnitId).Select(o => o.Name).FirstOrDefault(),
                v.From,
                v.Until,
                v.DurationAsWritten,
                v.Help,
            })
            .ToListAsync(ct);
        return [.. rows.Select(v => new PublicVillageAssignment(
            v.VillageCode, v.VillageName, v.SentBy, PartialDateView.Of(v.From), PartialDateView.Of(v.Until), v.DurationAsWritten, [.. v.Help.Select(Show)]))];
    }

    private static string Show(HelpGiven help) => help.AsWritten ?? Words.Of(help.Kind);

    /// <summary>Which records of one kind some grounds cover.</summary>
    private sealed record Reach(bool All, List<Guid> Ids)
    {
        public static Reach Of(List<Ground> grounds, ShownRecord kind) =>
            new(grounds.Exists(g => g.AllOf.Contains(kind)), [.. grounds.SelectMany(g => g.Records).Select(r => r.Id).Distinct()]);

        public bool Holds(Guid id) => All || Ids.Contains(id);
    }
}
