using System.Linq.Expressions;
using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Decisions;
using Honors.Domain.Deeds;
using Honors.Domain.Deployments;
using Honors.Domain.Divisions;
using Honors.Domain.Files;
using Honors.Domain.HonorReports;
using Honors.Domain.Identities;
using Honors.Domain.Mergers;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Objections;
using Honors.Domain.People;
using Honors.Domain.ServiceHours;
using Honors.Domain.VillageAssignments;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Data;

/// <summary>
/// Who sees which record, said once. Every query runs through it, <c>FindAsync</c> too; without a caller it shows nothing.
/// Reference data (organizations, divisions, titles, the calendar) is not personal and not filtered.
/// </summary>
public abstract partial class HonorsDb
{
    /// <summary>Lifted by name in the few places that answer the public, or that must know of records the caller may not see.</summary>
    public const string Visible = "visible";

    /// <summary>Keeps out whoever was merged into another: that one stands for them. Lifted only to find that one, and to part them again.</summary>
    public const string Unmerged = "unmerged";

    /// <summary>For what an answer shows of a record that several may see in part: a roster to those on it.</summary>
    internal Sight Sight => new(Bodies, Areas, Own);

    private IReadOnlyList<Guid> Bodies => caller.Bodies;

    private IReadOnlyList<long> Areas => caller.Areas;

    private Guid? Self => caller.PersonId;

    /// <summary>Whose records are the caller's to see as their own: themself and their wards; nobody's of a program.</summary>
    private IReadOnlyList<Guid> Own => caller.Own;

    private Guid? OwnAccount => caller.AccountId;

    private IReadOnlyList<Guid> ManagedBodies => caller.ManagedBodies;

    private IReadOnlyList<long> ManagedAreas => caller.ManagedAreas;

    private void ShowOnlyWhatTheCallerMaySee(ModelBuilder model)
    {
        // Whoever manages accounts sees those of their bodies, and those from elsewhere that hold a right there.
        model.Entity<Account>().HasQueryFilter(Visible, a => a.Id == OwnAccount
            || ManagedBodies.Contains(a.RecordedBy)
            || ManagedAreas.Contains(a.RecordedIn / DivisionCodes.Province)
            || ManagedAreas.Contains(a.RecordedIn / DivisionCodes.City)
            || ManagedAreas.Contains(a.RecordedIn / DivisionCodes.County)
            || ManagedAreas.Contains(a.RecordedIn / DivisionCodes.Township)
            || a.Grants.Any(g => ManagedBodies.Contains(g.OrganizationId) || Organizations.Any(o => o.Id == g.OrganizationId
                && (ManagedAreas.Contains(o.DivisionCode / DivisionCodes.Province)
                    || ManagedAreas.Contains(o.DivisionCode / DivisionCodes.City)
                    || ManagedAreas.Contains(o.DivisionCode / DivisionCodes.County)
                    || ManagedAreas.Contains(o.DivisionCode / DivisionCodes.Township)))));
        model.Entity<Person>().HasQueryFilter(Unmerged, p => p.MergedIntoId == null);
        // Whoever saw the other sees the survivor in their place.
        Show<Person>(model, p => Own.Contains(p.Id)
            || PersonMergers.Any(m => m.PersonId == p.Id && m.Status == PersonMergerStatus.InEffect)
            || Memberships.Any(m => m.PersonId == p.Id)
            || Employments.Any(e => e.PersonId == p.Id && e.Confirmed != null));
        // Before it takes effect, and after it was taken back, a merger would tell one body whom another knows.
        model.Entity<PersonMerger>().HasQueryFilter(Visible, m => (m.Status == PersonMergerStatus.InEffect && Own.Contains(m.PersonId))
            || ((Bodies.Contains(m.RecordedBy)
                    || Areas.Contains(m.RecordedIn / DivisionCodes.Province)
                    || Areas.Contains(m.RecordedIn / DivisionCodes.City)
                    || Areas.Contains(m.RecordedIn / DivisionCodes.County)
                    || Areas.Contains(m.RecordedIn / DivisionCodes.Township))
                && (m.Status == PersonMergerStatus.InEffect
                    || Bodies.Contains(m.SurvivorRecordedBy)
                    || Areas.Contains(m.SurvivorRecordedIn / DivisionCodes.Province)
                    || Areas.Contains(m.SurvivorRecordedIn / DivisionCodes.City)
                    || Areas.Contains(m.SurvivorRecordedIn / DivisionCodes.County)
                    || Areas.Contains(m.SurvivorRecordedIn / DivisionCodes.Township)))
            || (m.Status == PersonMergerStatus.InEffect
                && (Bodies.Contains(m.SurvivorRecordedBy)
                    || Areas.Contains(m.SurvivorRecordedIn / DivisionCodes.Province)
                    || Areas.Contains(m.SurvivorRecordedIn / DivisionCodes.City)
                    || Areas.Contains(m.SurvivorRecordedIn / DivisionCodes.County)
                    || Areas.Contains(m.SurvivorRecordedIn / DivisionCodes.Township))));
        Show<Affiliation>(model, a => Own.Contains(a.PersonId));
        Show<Correction>(model, c => Own.Contains(c.PersonId));
        Show<Identity>(model, i => Own.Contains(i.PersonId));
        Show<IdentityReading>(model, r => Own.Contains(r.PersonId));
        Show<Membership>(model, m => Own.Contains(m.PersonId) || Bodies.Contains(m.TeamId));
        Show<Employment>(model, e => Own.Contains(e.PersonId) || (e.Confirmed != null && Bodies.Contains(e.OrganizationId)));
        // Leave may tell of an illness: no office reads it for standing above, and no recorder.
        model.Entity<Absence>().HasQueryFilter(Visible, a => Own.Contains(a.PersonId) || Bodies.Contains(a.OrganizationId));
        Show<Guardianship>(model, g => Own.Contains(g.PersonId) || g.GuardianId == Self);
        Show<PriorTotal>(model, t => Own.Contains(t.PersonId));
        Show<Ground>(model, g => Own.Contains(g.PersonId));
        Show<ServiceRecord>(model, r => Own.Contains(r.PersonId)
            || Bodies.Contains(r.OrganizerId)
            || (r.ContestedWithBodyId != null && Bodies.Contains(r.ContestedWithBodyId.Value))
            || Employments.Any(e => e.PersonId == r.PersonId && e.Confirmed != null && Bodies.Contains(e.OrganizationId)
                && (e.FirstDay == null || e.FirstDay <= r.ServedOn) && (e.LastDay == null || r.ServedOn <= e.LastDay)));
        Show<UnitConfirmation>(model, c => Own.Contains(c.PersonId) || Bodies.Contains(c.UnitId));
        // What a person lets a body ask is for these two, and for whoever wrote it down: no office sees it for standing above.
        model.Entity<MinimumConsent>().HasQueryFilter(Visible, c => Own.Contains(c.PersonId) || Bodies.Contains(c.AskerId) || (c.RecorderId != null && Bodies.Contains(c.RecorderId.Value)));
        model.Entity<MinimumAnswer>().HasQueryFilter(Visible, a => Own.Contains(a.PersonId) || Bodies.Contains(a.AskerId));
        // A draw is published, with its seeds; what was drawn is seen as the records are.
        model.Entity<SpotCheckItem>().HasQueryFilter(Visible, i => ServiceRecords.Any(r => r.Id == i.RecordId));
        Show<StarRating>(model, s => Own.Contains(s.PersonId) || (s.ApplicantId != null && Bodies.Contains(s.ApplicantId.Value)));
        Show<VerificationRun>(model, r => false);
        Show<Recrediting>(model, r => false);
        model.Entity<RecreditingLine>().HasQueryFilter(Visible, l => Recreditings.Any(r => r.Id == l.RecreditingId));
        // The unit of somebody on the roster sees, once it is over, where the hours of those days came from: no line, no log and no file of it.
        Show<Deployment>(model, d => d.Teams.Any(t => Bodies.Contains(t.TeamId))
            || d.Roster.Any(l => l.PersonId != null && Own.Contains(l.PersonId.Value))
            || (d.Status != DeploymentStatus.Open && d.When.Earliest != null && d.When.Latest != null
                && d.Roster.Any(l => l.PersonId != null && Employments.Any(e => e.PersonId == l.PersonId && e.Confirmed != null && Bodies.Contains(e.OrganizationId)
                    && (e.FirstDay == null || e.FirstDay <= d.When.Latest) && (e.LastDay == null || d.When.Earliest <= e.LastDay)))));
        Show<LogLine>(model, l => Deployments.Any(d => d.Id == l.DeploymentId
            && (d.Teams.Any(t => Bodies.Contains(t.TeamId)) || d.Roster.Any(r => r.PersonId != null && Own.Contains(r.PersonId.Value)))));
        Show<InsurancePolicy>(model, p => (p.PersonId != null && Own.Contains(p.PersonId.Value)) || (p.TeamId != null && Bodies.Contains(p.TeamId.Value)));
        Show<Deed>(model, d => d.Actors.Any(a => Own.Contains(a.PersonId)));
        // A draft is its body's own, or the person's who nominates themself; a case is also the owner's, an appeal the office's that answers it, and the nominee's unless it is confidential. No
        // office sees it for standing above.
        model.Entity<Nomination>().HasQueryFilter(Visible, n => (n.Nominator != NominatorKind.Person && Bodies.Contains(n.RecordedBy))
            || (n.NominatorPersonId != null && n.NominatorPersonId == Self)
            || (n.AppealOfficeId != null && Bodies.Contains(n.AppealOfficeId.Value))
            || (n.Status != NominationStatus.Draft && (Bodies.Contains(n.OwnerId) || (!n.Confidential && n.PersonId != null && Own.Contains(n.PersonId.Value))))
            // Whoever examines the case sees it: asked departments, and the office to which it was sent up. A case's own filter names no nomination.
            || Cases.Any(c => c.Id == n.Id));
        model.Entity<Case>().HasQueryFilter(Visible, c => Bodies.Contains(c.OwnerId) || Bodies.Contains(c.NominatedBy)
            || (c.SentUpToId != null && Bodies.Contains(c.SentUpToId.Value))
            || (!c.Confidential && c.Checks.Any(k => k.DepartmentId != null && Bodies.Contains(k.DepartmentId.Value))));
        // Who wrote a letter is for the body that it went to, and for no office above it.
        model.Entity<CitizenReceipt>().HasQueryFilter(Visible, r => Bodies.Contains(r.RecordedBy));
        model.Entity<SenderReading>().HasQueryFilter(Visible, r => Bodies.Contains(r.RecordedBy));
        // A draft is its office's own; what is published is also for the offices above and for the bodies whose nominees stand on it.
        model.Entity<Notice>().HasQueryFilter(Visible, n => Bodies.Contains(n.RecordedBy)
            || (n.PublishedOn != null
                && (n.Entries.Any(e => Bodies.Contains(e.NominatedBy))
                    || Areas.Contains(n.RecordedIn / DivisionCodes.Province)
                    || Areas.Contains(n.RecordedIn / DivisionCodes.City)
                    || Areas.Contains(n.RecordedIn / DivisionCodes.County)
                    || Areas.Contains(n.RecordedIn / DivisionCodes.Township))));
        // Objections are for the notice's own office, and for no office above it; its routes ask for more.
        model.Entity<Objection>().HasQueryFilter(Visible, o => Bodies.Contains(o.RecordedBy));
        model.Entity<ObjectorReading>().HasQueryFilter(Visible, r => Bodies.Contains(r.RecordedBy));
        // So are reports of honours, for the office that they went to.
        model.Entity<HonorReport>().HasQueryFilter(Visible, r => Bodies.Contains(r.RecordedBy));
        // A draft is its body's own; of confidential cases no office sees anything for standing above, nor does who nominated one of them see the others.
        model.Entity<Decision>().HasQueryFilter(Visible, d => Bodies.Contains(d.RecordedBy)
            || (d.Status == DecisionStatus.Confirmed && d.Bodies.Any(b => Bodies.Contains(b.Id)))
            || (d.Status == DecisionStatus.Confirmed && !d.Confidential
                && (Areas.Contains(d.RecordedIn / DivisionCodes.Province)
                    || Areas.Contains(d.RecordedIn / DivisionCodes.City)
                    || Areas.Contains(d.RecordedIn / DivisionCodes.County)
                    || Areas.Contains(d.RecordedIn / DivisionCodes.Township)
                    || d.Entries.Any(e => Cases.Any(c => c.Id == e.NominationId)))));
        model.Entity<Award>().HasQueryFilter(Visible, a => Bodies.Contains(a.RecordedBy)
            || (!a.Confidential
                && (Areas.Contains(a.RecordedIn / DivisionCodes.Province)
                    || Areas.Contains(a.RecordedIn / DivisionCodes.City)
                    || Areas.Contains(a.RecordedIn / DivisionCodes.County)
                    || Areas.Contains(a.RecordedIn / DivisionCodes.Township)))
            || (a.PersonId != null && Own.Contains(a.PersonId.Value))
            || a.Members.Any(m => Own.Contains(m.PersonId))
            || (a.GrantingBodyId != null && Bodies.Contains(a.GrantingBodyId.Value))
            || a.JointBodies.Any(b => Bodies.Contains(b.Id))
            || (a.NominatedBy != null && Bodies.Contains(a.NominatedBy.Value))
            || (a.OrganizationId != null && Bodies.Contains(a.OrganizationId.Value)));
        model.Entity<AwardChange>().HasQueryFilter(Visible, c => Awards.Any(a => a.Id == c.AwardId));
        Show<VillageAssignment>(model, v => Own.Contains(v.PersonId)
            || (v.SendingUnitId != null && Bodies.Contains(v.SendingUnitId.Value))
            || Areas.Contains(v.VillageCode / DivisionCodes.Province)
            || Areas.Contains(v.VillageCode / DivisionCodes.City)
            || Areas.Contains(v.VillageCode / DivisionCodes.County)
            || Areas.Contains(v.VillageCode / DivisionCodes.Township));
        // A draft is its body's own; a file of a record is seen by whoever sees the record, and by nobody else. Those of objections are seen through the objection's own routes alone.
        model.Entity<StoredFile>().HasQueryFilter(Visible, f => (f.OwnerId == null && Bodies.Contains(f.RecordedBy))
            || (f.OwnerType == FileOwner.ServiceRecord && ServiceRecords.Any(r => r.Id == f.OwnerId))
            || (f.OwnerType == FileOwner.Deployment && Deployments.Any(d => d.Id == f.OwnerId
                && (Bodies.Contains(d.RecordedBy)
                    || Areas.Contains(d.RecordedIn / DivisionCodes.Province)
                    || Areas.Contains(d.RecordedIn / DivisionCodes.City)
                    || Areas.Contains(d.RecordedIn / DivisionCodes.County)
                    || Areas.Contains(d.RecordedIn / DivisionCodes.Township)
                    || d.Teams.Any(t => Bodies.Contains(t.TeamId))
                    || d.Roster.Any(l => l.PersonId != null && Own.Contains(l.PersonId.Value)))))
            || (f.OwnerType == FileOwner.Deed && Deeds.Any(d => d.Id == f.OwnerId))
            || (f.OwnerType == FileOwner.Case && (Bodies.Contains(f.RecordedBy) || Cases.Any(c => c.Id == f.OwnerId
                && (Bodies.Contains(c.OwnerId) || (c.SentUpToId != null && Bodies.Contains(c.SentUpToId.Value))))))
            || (f.OwnerType == FileOwner.Decision && Decisions.Any(d => d.Id == f.OwnerId))
            || (f.OwnerType == FileOwner.Notice && Notices.Any(n => n.Id == f.OwnerId))
            || (f.OwnerType == FileOwner.Award && Awards.Any(a => a.Id == f.OwnerId))
            || (f.OwnerType == FileOwner.VillageAssignment && VillageAssignments.Any(v => v.Id == f.OwnerId))
            || (f.OwnerType == FileOwner.Ground && Grounds.Any(g => g.Id == f.OwnerId))
            || (f.OwnerType == FileOwner.Nomination && Nominations.Any(n => n.Id == f.OwnerId)));
        // As its posting is, and as the posting of whoever took it over.
        model.Entity<HelpLogEntry>().HasQueryFilter(Visible, e => VillageAssignments.Any(v => v.Id == e.VillageAssignmentId
            || (v.PersonId == e.HandedOverTo && v.VillageCode == e.VillageCode)));
    }

    /// <summary>The body that recorded it and the offices above that body see every record; <paramref name="also"/> says who else.</summary>
    private void Show<T>(ModelBuilder model, Expression<Func<T, bool>> also) where T : class, IRecorded
    {
        Expression<Func<T, bool>> recorder = r => Bodies.Contains(r.RecordedBy)
            || Areas.Contains(r.RecordedIn / DivisionCodes.Province)
            || Areas.Contains(r.RecordedIn / DivisionCodes.City)
            || Areas.Contains(r.RecordedIn / DivisionCodes.County)
            || Areas.Contains(r.RecordedIn / DivisionCodes.Township);
        var record = recorder.Parameters[0];
        var either = Expression.OrElse(recorder.Body, new ReplaceParameter(also.Parameters[0], record).Visit(also.Body));
        model.Entity<T>().HasQueryFilter(Visible, Expression.Lambda<Func<T, bool>>(either, record));
    }
}

internal static class EveryonesRecords
{
    /// <summary>Looks past the caller's sight, where a rule must know of all records or the public sees by grounds. Nothing read so is saved.</summary>
    public static IQueryable<T> Everyones<T>(this IQueryable<T> set) where T : class => set.AsNoTracking().IgnoreQueryFilters([HonorsDb.Visible]);
}

/// <summary>What the caller's rights reach.</summary>
/// <param name="Own">The caller and their wards.</param>
internal sealed record Sight(IReadOnlyList<Guid> Bodies, IReadOnlyList<long> Areas, IReadOnlyList<Guid> Own);
