using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Domain.Deployments;
using Honors.Domain.Divisions;

namespace Honors.Api.Deployments;

/// <summary>Who sees which lines of a roster: the recording body and the offices above it all, a team its own, a participant theirs, a participant's unit none.</summary>
internal static class DeploymentProjection
{
    private static readonly Expression<Func<Deployment, Sight, bool>> SeesWhole = (d, by) => by.Bodies.Contains(d.RecordedBy)
        || by.Areas.Contains(d.RecordedIn / DivisionCodes.Province)
        || by.Areas.Contains(d.RecordedIn / DivisionCodes.City)
        || by.Areas.Contains(d.RecordedIn / DivisionCodes.County)
        || by.Areas.Contains(d.RecordedIn / DivisionCodes.Township);

    private static readonly Expression<Func<Deployment, Sight, bool, DeploymentResponse>> Shown = (d, by, whole) => new(
        d.Id, d.Name, d.Kind, d.Status, PartialDateView.Of(d.When), QuantityView.Of(d.Days, "天"), QuantityView.Of(d.CallOuts, "次"), d.Place,
        d.Divisions.Select(x => x.Code).ToList(), d.Base, d.HostId, d.TaskedBy,
        TaskingView.OrderNumber(d.Tasking), TaskingView.FiledWith(d.Tasking), TaskingView.FiledAt(d.Tasking),
        TimeView.Of(d.Times), VehicleView.Of(d.Vehicles), d.Summary,
        d.Teams.Select(t => new DeploymentTeamView(t.TeamId, QuantityView.Of(t.HeadCount, "人"))).ToList(),
        RosterLineView.Seen(
            d.Roster.Select(l => new RosterLineView(
                l.Id, l.PersonId, l.Name, l.MemberNumber, l.TeamId, l.TeamName, l.Role, l.Vehicle, l.ReturnVehicle, l.IsUnfit,
                SegmentView.Of(l.Segments), EndingView.Of(l.Ending), l.Flags, SegmentView.ServiceMinutes(l.Segments))).ToList(),
            whole, by.Bodies, by.Own),
        OutcomeView.Of(d.Outcomes, whole, by.Own),
        d.VillageAssignments.Select(v => v.Id).ToList(), SourceView.Of(d.Source), SignatureView.Of(d.Recorded)!, SignatureView.Of(d.Closed),
        ReopeningView.Of(d.Reopenings), d.RecordedBy, d.Version);

    private static readonly Expression<Func<Deployment, Sight, DeploymentResponse>> Seen = Expression.Lambda<Func<Deployment, Sight, DeploymentResponse>>(
        With(Shown.Body, (Shown.Parameters[2], With(SeesWhole.Body, (SeesWhole.Parameters[0], Shown.Parameters[0]), (SeesWhole.Parameters[1], Shown.Parameters[1])))),
        Shown.Parameters[0], Shown.Parameters[1]);

    public static Func<Deployment, Sight, DeploymentResponse> InMemory { get; } = Seen.Compile();

    public static Expression<Func<Deployment, DeploymentResponse>> For(Sight sight)
    {
        // Captured as by any lambda, so that the database gets parameters: a constant would make a query of its own for every caller.
        Expression<Func<Sight>> by = () => sight;
        return Expression.Lambda<Func<Deployment, DeploymentResponse>>(With(Seen.Body, (Seen.Parameters[1], by.Body)), Seen.Parameters[0]);
    }

    /// <summary>Whether the roster names the person to the caller: by a line that they see, or as the unit of that person on its days.</summary>
    public static Expression<Func<Deployment, bool>> Names(HonorsDb db, Guid person)
    {
        var sight = db.Sight;
        Expression<Func<Sight>> by = () => sight;
        Expression<Func<Deployment, bool>> isOn = d => d.Roster.Any(l => l.PersonId == person);
        Expression<Func<Deployment, bool>> shown = d => sight.Own.Contains(person)
            || d.Roster.Any(l => l.PersonId == person && l.TeamId != null && sight.Bodies.Contains(l.TeamId.Value))
            || db.Employments.Any(e => e.PersonId == person && e.Confirmed != null && sight.Bodies.Contains(e.OrganizationId)
                && (e.FirstDay == null || e.FirstDay <= d.When.Latest) && (e.LastDay == null || d.When.Earliest <= e.LastDay));
        var deployment = isOn.Parameters[0];
        return Expression.Lambda<Func<Deployment, bool>>(
            Expression.AndAlso(isOn.Body, Expression.OrElse(
                With(SeesWhole.Body, (SeesWhole.Parameters[0], deployment), (SeesWhole.Parameters[1], by.Body)),
                With(shown.Body, (shown.Parameters[0], deployment)))),
            deployment);
    }

    private static Expression With(Expression body, params (ParameterExpression From, Expression To)[] replaced) =>
        replaced.Aggregate(body, (b, r) => new ReplaceParameter(r.From, r.To).Visit(b));
}
