using System.Linq.Expressions;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Deeds;
using Honors.Domain.Deployments;
using Honors.Domain.Divisions;
using Honors.Domain.Mergers;
using Honors.Domain.Notices;
using Honors.Domain.Organizations;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Honors.Api.Data;

/// <summary>
/// Every save gives what it changed the next positions in the order of commits, and keeps who can see it: the same rules as in
/// <c>HonorsDb.Visibility.cs</c>, read from the record's side.
/// </summary>
public abstract partial class HonorsDb
{
    internal DbSet<Change> Changes => Set<Change>();

    /// <summary>
    /// The position after the last. The one place that gives positions: whoever takes one keeps all others out until the commit, or a reader
    /// could pass a position that is still to appear. SQLite has one writer; an engine with several takes a lock here first.
    /// </summary>
    private protected virtual async Task<long> NextPosition(CancellationToken ct) => 1 + (await Changes.MaxAsync(c => (long?)c.Position, ct) ?? 0);

    /// <summary>Which of these changes the caller is told of: of records they see, or could once see.</summary>
    internal Expression<Func<Change, bool>> ToldTo<T>(IQueryable<T> seen) where T : class, IIdentified => c => seen.Any(r => r.Id == c.RecordId)
        || c.Readers.Any(r => Own.Contains(r.Id!.Value)
            || Bodies.Contains(r.Id!.Value)
            || Areas.Contains(r.DivisionCode!.Value / DivisionCodes.Province)
            || Areas.Contains(r.DivisionCode!.Value / DivisionCodes.City)
            || Areas.Contains(r.DivisionCode!.Value / DivisionCodes.County)
            || Areas.Contains(r.DivisionCode!.Value / DivisionCodes.Township));

    private async Task NoteChanges(IReadOnlyList<EntityEntry> changed, CancellationToken ct)
    {
        var erased = changed.Where(e => e.State is EntityState.Deleted).Select(e => e.Entity).OfType<IIdentified>().Select(r => r.Id).ToHashSet();
        var records = changed.Select(e => e.Entity).Where(IsFollowed).Cast<IIdentified>().ToList();
        records.AddRange(await SeenThrough(changed, ct));
        if (records is not []) await GivePositions([.. records.DistinctBy(r => r.Id)], erased, ct);
    }

    /// <summary>A registry from before records of a kind had positions: they get theirs, in the order of their entry.</summary>
    internal async Task GiveFirstPositions(CancellationToken ct = default)
    {
        List<IIdentified> records =
        [
            .. await Unplaced(Organizations), .. await Unplaced(People), .. await Unplaced(ServiceRecords), .. await Unplaced(Deployments), .. await Unplaced(Deeds), .. await Unplaced(Awards),
            .. await Unplaced(VillageAssignments), .. await Unplaced(Notices),
        ];
        if (records is []) return;

        await GivePositions([.. records.OrderBy(r => r.Id)], [], ct);
        await base.SaveChangesAsync(true, ct);
        ChangeTracker.Clear();

        async Task<List<T>> Unplaced<T>(IQueryable<T> set) where T : class =>
            await Changes.AnyAsync(c => c.Kind == typeof(T).Name, ct) ? [] : await set.IgnoreQueryFilters([Visible]).AsNoTracking().ToListAsync(ct);
    }

    private async Task GivePositions(List<IIdentified> records, HashSet<Guid> erased, CancellationToken ct)
    {
        var ids = records.ConvertAll(r => r.Id);
        var known = await Changes.Where(c => ids.Contains(c.RecordId)).ToDictionaryAsync(c => c.RecordId, ct);
        var units = await EmployersOf(records, ct);
        var position = await NextPosition(ct);
        foreach (var record in records)
        {
            if (!known.TryGetValue(record.Id, out var change)) Add(change = new Change(record.GetType().Name, record.Id));
            change.MoveTo(position++, erased.Contains(record.Id), (record as Person)?.MergedIntoId);
            change.Admit(ReadersOf(record, units).OfType<Reader>());
        }
    }

    private static bool IsFollowed(object entity) => entity is ServiceRecord or Deployment or Deed or Award or VillageAssignment or Person or Organization or Notice;

    /// <summary>
    /// Who works or belongs where decides who sees the person, and the person's hours and deployments: those change with it, be it of the person it was of
    /// before. A merger changes who sees the survivor.
    /// </summary>
    private async Task<List<IIdentified>> SeenThrough(IReadOnlyList<EntityEntry> changed, CancellationToken ct)
    {
        var employed = PeopleOf<Employment>();
        List<Guid> moved = [.. PeopleOf<Membership>(), .. employed, .. PeopleOf<PersonMerger>()];
        if (moved is []) return [];

        var people = await People.IgnoreQueryFilters([Visible]).AsNoTracking().Where(p => moved.Contains(p.Id)).ToListAsync(ct);
        var hours = employed is [] ? [] : await ServiceRecords.IgnoreQueryFilters([Visible]).AsNoTracking().Where(r => employed.Contains(r.PersonId)).ToListAsync(ct);
        var deployments = employed is [] ? [] : await Deployments.IgnoreQueryFilters([Visible]).AsNoTracking()
            .Where(d => d.Roster.Any(l => l.PersonId != null && employed.Contains(l.PersonId.Value))).ToListAsync(ct);
        return [.. people, .. hours, .. deployments];

        List<Guid> PeopleOf<T>() => [.. changed.Where(e => e.Entity is T).Select(e => e.Property("PersonId")).SelectMany(p => (Guid[])[(Guid)p.OriginalValue!, (Guid)p.CurrentValue!]).Distinct()];
    }

    private async Task<Engagements> EmployersOf(List<IIdentified> records, CancellationToken ct)
    {
        var people = records.SelectMany(r => r switch
        {
            ServiceRecord hours => [hours.PersonId],
            Person person => [person.Id],
            Deployment deployment => deployment.Roster.Select(l => l.PersonId).OfType<Guid>(),
            _ => (IEnumerable<Guid>)[],
        }).Distinct().ToList();
        if (people is []) return new([], [], []);

        // The local ones are not in the database yet.
        var employments = await Employments.IgnoreQueryFilters([Visible]).AsNoTracking().Where(e => people.Contains(e.PersonId)).ToListAsync(ct);
        var memberships = await Memberships.IgnoreQueryFilters([Visible]).AsNoTracking().Where(m => people.Contains(m.PersonId)).ToListAsync(ct);
        var mergers = await PersonMergers.IgnoreQueryFilters([Visible]).AsNoTracking().Where(m => people.Contains(m.PersonId) && m.Status == PersonMergerStatus.InEffect).ToListAsync(ct);
        return new([.. employments.Union(Employments.Local)], [.. memberships.Union(Memberships.Local)], [.. mergers.Union(PersonMergers.Local)]);
    }

    private static IEnumerable<Reader?> ReadersOf(IIdentified record, Engagements engagements)
    {
        if (record is Organization) return []; // everybody sees bodies, and none is ever erased

        var body = (IRecorded)record;
        var above = record is Award { Confidential: true } or Notice { PublishedOn: null } ? null : Reader.In(body.RecordedIn);
        return [Reader.Of(body.RecordedBy), above, .. record switch
        {
            ServiceRecord r => [Reader.Of(r.PersonId), Reader.Of(r.OrganizerId), Reader.Of(r.ContestedWithBodyId), .. engagements.EmployersOn(r)],
            Deployment d => [.. d.Teams.Select(t => Reader.Of(t.TeamId)), .. d.Roster.Select(l => Reader.Of(l.PersonId)), .. engagements.EmployersAt(d)],
            Deed d => d.Actors.Select(a => Reader.Of(a.PersonId)),
            Award a =>
            [
                Reader.Of(a.PersonId), Reader.Of(a.GrantingBodyId), Reader.Of(a.OrganizationId), Reader.Of(a.NominatedBy),
                .. a.JointBodies.Select(b => Reader.Of(b.Id)), .. a.Members.Select(m => Reader.Of(m.PersonId)),
            ],
            Notice n => n.PublishedOn is null ? [] : n.Entries.Select(e => Reader.Of(e.NominatedBy)),
            VillageAssignment v => [Reader.Of(v.PersonId), Reader.Of(v.SendingUnitId), Reader.In(v.VillageCode)],
            Person p => [Reader.Of(p.Id), Reader.Of(p.MergedIntoId), .. engagements.Of(p)],
            _ => (IEnumerable<Reader?>)[],
        }];
    }

    private sealed record Engagements(IReadOnlyList<Employment> Employments, IReadOnlyList<Membership> Memberships, IReadOnlyList<PersonMerger> Mergers)
    {
        public IEnumerable<Reader?> EmployersOn(ServiceRecord record) => Employments
            .Where(e => e.PersonId == record.PersonId && e.Confirmed is not null && !(e.FirstDay > record.ServedOn) && !(record.ServedOn > e.LastDay))
            .Select(e => Reader.Of(e.OrganizationId));

        public IEnumerable<Reader?> EmployersAt(Deployment deployment) =>
            deployment is { Status: not DeploymentStatus.Open, When: { Earliest: { } first, Latest: { } last } }
                ? Employments.Where(e => e.Confirmed is not null && !(e.FirstDay > last) && !(first > e.LastDay) && deployment.Roster.Any(l => l.PersonId == e.PersonId))
                    .Select(e => Reader.Of(e.OrganizationId))
                : [];

        public IEnumerable<Reader?> Of(Person person) =>
        [
            .. Employments.Where(e => e.PersonId == person.Id).SelectMany(e => (Reader?[])[Reader.Of(e.OrganizationId), Reader.Of(e.RecordedBy), Reader.In(e.RecordedIn)]),
            .. Memberships.Where(m => m.PersonId == person.Id).SelectMany(m => (Reader?[])[Reader.Of(m.TeamId), Reader.Of(m.RecordedBy), Reader.In(m.RecordedIn)]),
            .. Mergers.Where(m => m.PersonId == person.Id && m.Status is PersonMergerStatus.InEffect or PersonMergerStatus.Separated)
                .SelectMany(m => (Reader?[])[Reader.Of(m.OtherId), Reader.Of(m.RecordedBy), Reader.In(m.RecordedIn)]),
        ];
    }
}
