using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Deployments;
using Honors.Domain.Deployments;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.PublicApi;

internal static class TeamPages
{
    private const int MostHonours = 12, MostFigures = 12;

    /// <returns>Null where no team has this id.</returns>
    public static async Task<PublicTeamPage?> TeamPage(this HonorsDb db, KeptFigures figures, Cursors cursors, Guid id, LocalDate today, CancellationToken ct)
    {
        var team = await db.Teams().Where(t => t.Id == id)
            .Select(t => new { t.Name, t.TeamKind, Division = db.Divisions.Where(d => d.Code == t.DivisionCode).Select(d => d.Name).First() }).SingleOrDefaultAsync(ct);
        if (team is null) return null;

        var work = await figures.Get($"team {id}", Counted.Deployments, () => Work(db, id, ct));
        var honours = await db.Roll(figures, new RollQuery(Team: id), new PageQuery(MostHonours, null, cursors), today, ct);
        return new PublicTeamPage(
            id, team.Name, team.TeamKind!.Value, Words.Of(team.TeamKind.Value), team.Division, await Members(db, id, today, ct), work.ByYear, [.. work.Results.Select(Show)], honours.Count, honours.Items);
    }

    private static async Task<IReadOnlyList<PublicMember>> Members(HonorsDb db, Guid team, LocalDate today, CancellationToken ct)
    {
        var shown = (await db.ShownMembers(today, team, ct)).Select(m => m.Id).ToList();
        var rows = await db.Memberships.Everyones().Where(m => shown.Contains(m.Id))
            .Join(db.People.IgnoreQueryFilters([HonorsDb.Visible]), m => m.PersonId, p => p.Id, (m, p) => new { p.Number, p.Name, m.From }).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.Name, NameOrder.ByPinyin).ThenBy(r => r.Number, StringComparer.Ordinal).Select(r => new PublicMember(r.Number, r.Name, PartialDateView.Of(r.From)))];
    }

    /// <summary>Of the team's missions that are over.</summary>
    private static async Task<TeamWork> Work(HonorsDb db, Guid team, CancellationToken ct)
    {
        var deployments = await db.Deployments.Everyones()
            .Where(d => d.Status != DeploymentStatus.Open && d.Teams.Any(t => t.TeamId == team)
                && d.Kind != DeploymentKind.Training && d.Kind != DeploymentKind.Drill && d.Kind != DeploymentKind.StandBy)
            .Select(d => new { d.When, d.Outcomes, Alone = d.Teams.Count == 1 }).ToListAsync(ct);
        var results = deployments.SelectMany(d => d.Outcomes.Where(o => o.PersonId is null).Select(o => (Outcome: o, Own: d.Alone && o.Quantity.Scope is QuantityScope.Team)))
            .GroupBy(o => o.Outcome.Kind).OrderBy(g => g.Key).Select(g => new Result(
                g.Key,
                [.. g.Where(o => o.Own && o.Outcome.Quantity.Qualifier is Qualifier.Exact).Select(o => o.Outcome.Quantity.Value)],
                [.. g.Where(o => o.Own && o.Outcome.Quantity.Qualifier is not Qualifier.Exact).Select(o => o.Outcome.Quantity).OrderByDescending(q => q.Value).Take(MostFigures)],
                [.. g.Where(o => !o.Own).Select(o => o.Outcome.Quantity).OrderByDescending(q => q.Value).Take(MostFigures)]));
        return new TeamWork(
            [.. deployments.GroupBy(d => RollLine.YearOf(d.When)).OrderByDescending(g => g.Key).Select(g => new YearCount(g.Key is 0 ? null : g.Key, g.Count()))], [.. results]);
    }

    private static TeamResult Show(Result result)
    {
        var counter = OutcomeView.CounterOf(result.Kind);
        long? sum = result.Exact is [] ? null : result.Exact.Sum();
        return new TeamResult(
            result.Kind, Words.Of(result.Kind), sum, sum is { } value ? Printed.Quantity(new Quantity(value, Qualifier.Exact, QuantityScope.Team, null), counter) : null,
            [.. result.Approximate.Select(q => QuantityView.Of(q, counter)!)], [.. result.Joint.Select(q => QuantityView.Of(q, counter)!)]);
    }

    private sealed record TeamWork(IReadOnlyList<YearCount> ByYear, IReadOnlyList<Result> Results);

    private sealed record Result(OutcomeKind Kind, IReadOnlyList<long> Exact, IReadOnlyList<Quantity> Approximate, IReadOnlyList<Quantity> Joint);
}
