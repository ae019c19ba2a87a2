using System.Linq.Expressions;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Deeds;
using Honors.Domain.Deployments;
using Honors.Domain.Identities;
using Honors.Domain.Mergers;
using Honors.Domain.Nominations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Data;

/// <summary>
/// Every place that names a person, said once: what a merger moves is this list, and a test holds it against the model. Signatures stay as they were
/// given (<see cref="Actor.MergedIds"/> knows whose they are), as does the audit.
/// </summary>
internal static class PersonReferences
{
    private static readonly IReadOnlyList<PersonReference> All =
    [
        new Column<Person>(nameof(HonorsDb.People), p => p.MergedIntoId),
        new Column<PersonMerger>(nameof(HonorsDb.PersonMergers), m => m.PersonId),
        new Column<Account>(nameof(HonorsDb.Accounts), a => a.PersonId),
        new Column<Affiliation>(nameof(HonorsDb.Affiliations), a => a.PersonId),
        new Column<Correction>(nameof(HonorsDb.Corrections), c => c.PersonId),
        new Column<Identity>(nameof(HonorsDb.Identities), i => i.PersonId),
        new Column<IdentityReading>(nameof(HonorsDb.IdentityReadings), r => r.PersonId),
        new Column<Membership>(nameof(HonorsDb.Memberships), m => m.PersonId),
        new Column<Employment>(nameof(HonorsDb.Employments), e => e.PersonId),
        new Column<Absence>(nameof(HonorsDb.Absences), a => a.PersonId),
        new Column<PriorTotal>(nameof(HonorsDb.PriorTotals), t => t.PersonId),
        new Column<Ground>(nameof(HonorsDb.Grounds), g => g.PersonId),
        new Column<Guardianship>(nameof(HonorsDb.Guardianships), g => g.PersonId),
        new Column<Guardianship>(nameof(HonorsDb.Guardianships), g => g.GuardianId),
        new Column<ServiceRecord>(nameof(HonorsDb.ServiceRecords), r => r.PersonId),
        new Column<MinimumConsent>(nameof(HonorsDb.MinimumConsents), c => c.PersonId),
        new Column<MinimumAnswer>(nameof(HonorsDb.MinimumAnswers), a => a.PersonId),
        new Column<StarRating>(nameof(HonorsDb.StarRatings), s => s.PersonId),
        new Column<UnitConfirmation>(nameof(HonorsDb.UnitConfirmations), c => c.PersonId),
        new Column<InsurancePolicy>(nameof(HonorsDb.InsurancePolicies), p => p.PersonId),
        new Column<Award>(nameof(HonorsDb.Awards), a => a.PersonId),
        new Column<VillageAssignment>(nameof(HonorsDb.VillageAssignments), v => v.PersonId),
        new Column<VillageAssignment>(nameof(HonorsDb.VillageAssignments), v => v.HandedOverTo),
        new Column<HelpLogEntry>(nameof(HonorsDb.HelpLog), e => e.HandedOverTo),
        new Part<Deployment>("RosterLines.PersonId", person => d => d.Roster.Any(l => l.PersonId == person), d => d.Roster),
        new Part<Deed>("DeedActors.PersonId", person => d => d.Actors.Any(a => a.PersonId == person), d => d.Actors),
        new Part<Award>("AwardMembers.PersonId", person => a => a.Members.Any(m => m.PersonId == person), a => a.Members),
        new Column<Nomination>(nameof(HonorsDb.Nominations), n => n.PersonId),
        new Column<Nomination>(nameof(HonorsDb.Nominations), n => n.NominatorPersonId),
        new Part<Nomination>("NominationMembers.PersonId", person => n => n.Members.Any(m => m.PersonId == person), n => n.Members),
        new InJson<Deployment, IReadOnlyList<Outcome>>(
            nameof(HonorsDb.Deployments), d => d.Outcomes, outcomes => [.. outcomes.Select(o => o.PersonId)],
            (outcomes, place, person) => [.. outcomes.Select((o, i) => i == place ? o with { PersonId = person } : o)]),
        new InJson<Case, IReadOnlyList<PanelMember>>(
            nameof(HonorsDb.Cases), c => c.Panel, panel => [.. panel.Select(m => m.PersonId)],
            (panel, place, person) => [.. panel.Select((m, i) => i == place ? m with { PersonId = person } : m)]),
        new InJson<AwardChange, AwardFacts?>(
            nameof(HonorsDb.AwardChanges), c => c.Facts, facts => [facts?.PersonId], (facts, _, person) => facts! with { PersonId = person }),
        new InJson<AwardChange, AwardFacts?>(
            nameof(HonorsDb.AwardChanges), c => c.Before, facts => [facts?.PersonId], (facts, _, person) => facts! with { PersonId = person }),
    ];

    /// <summary>The names of them all, as <see cref="MovedReference.Where"/> says them.</summary>
    public static IEnumerable<string> Names => All.Select(r => r.Name);

    /// <summary>Lets all that names the one name the other.</summary>
    public static async Task<List<MovedReference>> Move(HonorsDb db, Guid from, Guid to, CancellationToken ct)
    {
        List<MovedReference> moved = [];
        foreach (var reference in All) moved.AddRange(await reference.Move(db, from, to, null, ct));
        return moved;
    }

    /// <summary>Takes back what was moved, as far as it is still there and still names the survivor.</summary>
    public static async Task Return(HonorsDb db, IReadOnlyCollection<MovedReference> moved, Guid survivor, Guid other, CancellationToken ct)
    {
        var byPlace = moved.ToLookup(m => m.Where);
        foreach (var reference in All.Where(r => byPlace.Contains(r.Name))) await reference.Move(db, survivor, other, [.. byPlace[reference.Name]], ct);
    }

    private abstract record PersonReference(string Name)
    {
        /// <param name="only">Nothing but these; null for all.</param>
        /// <returns>What it changed.</returns>
        public abstract Task<List<MovedReference>> Move(HonorsDb db, Guid from, Guid to, IReadOnlyList<MovedReference>? only, CancellationToken ct);

        protected static IQueryable<T> Everyones<T>(IQueryable<T> set) where T : class => set.IgnoreQueryFilters([HonorsDb.Visible, HonorsDb.Unmerged]);

        protected static List<Guid>? Ids(IReadOnlyList<MovedReference>? only) => only?.Select(m => m.RecordId).Distinct().ToList();
    }

    private sealed record Column<T>(string Table, Expression<Func<T, Guid?>> Of) : PersonReference($"{Table}.{PropertyIn(Of)}") where T : class, IIdentified
    {
        public override async Task<List<MovedReference>> Move(HonorsDb db, Guid from, Guid to, IReadOnlyList<MovedReference>? only, CancellationToken ct)
        {
            var names = Expression.Lambda<Func<T, bool>>(Expression.Equal(Of.Body, Expression.Constant(from, typeof(Guid?))), Of.Parameters);
            var (property, ids) = (PropertyIn(Of), Ids(only));
            var rows = await Everyones(db.Set<T>()).Where(names).Where(r => ids == null || ids.Contains(r.Id)).ToListAsync(ct);
            foreach (var row in rows) db.Entry(row).Property(property).CurrentValue = to;
            return rows.ConvertAll(r => new MovedReference(Name, r.Id, null));
        }
    }

    /// <summary>A record names one person in one of its parts at most, so that the record tells which part it is.</summary>
    private sealed record Part<T>(string Name, Func<Guid, Expression<Func<T, bool>>> WhoseParts, Func<T, IEnumerable<object>> Parts) : PersonReference(Name)
        where T : class, IIdentified
    {
        public override async Task<List<MovedReference>> Move(HonorsDb db, Guid from, Guid to, IReadOnlyList<MovedReference>? only, CancellationToken ct)
        {
            var ids = Ids(only);
            var wholes = await Everyones(db.Set<T>()).Where(WhoseParts(from)).Where(r => ids == null || ids.Contains(r.Id)).ToListAsync(ct);
            foreach (var named in wholes.SelectMany(Parts).Select(p => db.Entry(p).Property("PersonId")).Where(p => from.Equals(p.CurrentValue))) named.CurrentValue = to;
            return wholes.ConvertAll(w => new MovedReference(Name, w.Id, null));
        }
    }

    /// <summary>A part that is kept as JSON and has no index: found by the text of the id. A merger is rare enough.</summary>
    private sealed record InJson<T, TPart>(
        string Table, Expression<Func<T, TPart>> Of, Func<TPart, IReadOnlyList<Guid?>> Named, Func<TPart, int, Guid, TPart> With) : PersonReference($"{Table}.{PropertyIn(Of)}")
        where T : class, IIdentified
    {
        public override async Task<List<MovedReference>> Move(HonorsDb db, Guid from, Guid to, IReadOnlyList<MovedReference>? only, CancellationToken ct)
        {
            var (property, ids) = (PropertyIn(Of), Ids(only));
            var sql = $"SELECT * FROM \"{Table}\" WHERE \"{property}\" LIKE {{0}}";
            var rows = await Everyones(db.Set<T>().FromSqlRaw(sql, $"%{from}%")).Where(r => ids == null || ids.Contains(r.Id)).ToListAsync(ct);
            List<MovedReference> moved = [];
            foreach (var row in rows)
            {
                var part = db.Entry(row).Property(Of);
                foreach (var place in Named(part.CurrentValue).Index().Where(p => p.Item == from).Select(p => p.Index))
                {
                    var found = new MovedReference(Name, row.Id, place);
                    if (only?.Contains(found) is false) continue;

                    part.CurrentValue = With(part.CurrentValue, place, to);
                    moved.Add(found);
                }
            }

            return moved;
        }
    }

    private static string PropertyIn(LambdaExpression of) =>
        ((MemberExpression)(of.Body is UnaryExpression { Operand: var operand } ? operand : of.Body)).Member.Name;
}
