using CsCheck;
using Honors.Domain.Accounts;
using Honors.Domain.Deployments;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Tests.Deployments;

/// <summary>One person, random nights over three days across New Year, closings and re-openings and hours of other bodies in any order.</summary>
public sealed class RosterPropertyTests
{
    private const int Span = 3 * 24 * 60;

    private static readonly Instant Start = Instant.FromUtc(2025, 12, 30, 16, 0), Now = Instant.FromUtc(2026, 2, 1, 0, 0);
    private static readonly Guid Member = Guid.CreateVersion7(), Team = Guid.CreateVersion7();
    private static readonly RecordingBody Body = new(Team, 140431000000);
    private static readonly Actor Recorder = new(Guid.CreateVersion7(), Guid.CreateVersion7());
    private static readonly OverlapLimits Limits = new(8 * 60, 16 * 60);

    /// <summary>Segments one after another, some touching and some not.</summary>
    private static readonly Gen<List<Segment>> Segments = Gen.Select(Gen.Enum<SegmentActivity>(), Gen.Int[0, 200], Gen.Int[1, 400]).List[1, 8].Select(Gen.Int[0, Span], (parts, at) =>
    {
        List<Segment> segments = [];
        foreach (var (activity, gap, length) in parts)
        {
            var from = at + (gap < 60 ? 0 : gap);
            segments.Add(new Segment(activity, Moment(from), Moment(from + length)));
            at = from + length;
        }

        return segments;
    });

    private static readonly Gen<(int From, int Length)> Elsewhere = Gen.Select(Gen.Int[0, Span], Gen.Int[1, 500]);

    private static Instant Moment(int minute) => Start + Duration.FromMinutes(minute);

    [Fact]
    public void Hours_are_the_minutes_of_rescue_and_support_and_no_two_that_may_count_overlap() =>
        Gen.Select(Segments.List[1, 3], Elsewhere.List[0, 4], Gen.Int[0, 2].List[0, 12]).Sample((nights, elsewhere, acts) =>
        {
            List<ServiceRecord> hours = [];
            foreach (var (from, length) in elsewhere) LogBeside(hours, from, length);
            var deployments = nights.Select(Open).ToList();
            for (var i = 0; i < acts.Count; i++)
            {
                var deployment = deployments[i % deployments.Count];
                if (acts[i] is 0 && deployment.Status is DeploymentStatus.Closed) deployment.Reopen(hours.Where(h => h.DeploymentId == deployment.Id), "漏记", Recorder, Now);
                else if (acts[i] is 2) LogBeside(hours, i * 300, 240);
                else if (deployment.Status is DeploymentStatus.Open) Close(deployment, hours);
            }

            foreach (var deployment in deployments.Where(d => d.Status is DeploymentStatus.Open)) Close(deployment, hours);
            return NoTwoOverlap(hours);
        });

    private static void Close(Deployment deployment, List<ServiceRecord> hours)
    {
        var others = hours.Where(h => h.Status is not (ServiceStatus.Rejected or ServiceStatus.Reversed)).ToList();
        var made = deployment.Close(new RosterKnowledge(new Dictionary<Guid, PartialDate>(), [], others.ToLookup(o => o.PersonId), Limits, null, [.. CreditingRule.Shipped()]), Recorder, Now);
        var segments = deployment.Roster.Single().Segments;

        Assert.Equal(segments.ServiceMinutes(), made.Sum(h => h.Minutes));
        Assert.Equal(
            segments.Where(s => s.Activity.IsService()).Sum(s => Enumerable.Range(0, s.Span.Minutes).Count(m => !others.Any(o => Holds(o, s.From + Duration.FromMinutes(m))))),
            made.Where(h => h.Status is ServiceStatus.Logged).Sum(h => h.Minutes));
        foreach (var day in segments.Where(s => s.Activity.IsService()).SelectMany(s => s.Span.ByDay()).GroupBy(s => s.Day))
            Assert.Equal(day.Sum(s => s.Part.Minutes), made.SelectMany(h => h.Days).Where(d => d.Day == day.Key).Sum(d => d.Minutes));
        if (others.Count is 0) Assert.Equal(made.Count, made.Select(h => h.ServedOn).Distinct().Count());
        hours.AddRange(made);
    }

    private static bool Holds(ServiceRecord record, Instant minute) => record.StartsAt <= minute && minute < record.EndsAt;

    private static bool NoTwoOverlap(List<ServiceRecord> hours)
    {
        var counted = hours.Where(h => h.Status is ServiceStatus.Logged or ServiceStatus.Verified).OrderBy(h => h.StartsAt).ToList();
        return counted.Zip(counted.Skip(1)).All(pair => pair.First.EndsAt <= pair.Second.StartsAt);
    }

    /// <summary>As <c>POST /service-hours</c> does: what overlaps is not logged.</summary>
    private static void LogBeside(List<ServiceRecord> hours, int from, int length)
    {
        var facts = new ServiceFacts(
            "巡逻", ServiceCategory.PublicSafety, Team, null, Moment(from), Moment(from + length), null, Provenance.Attendance, null, null, null, null, [], []);
        var record = ServiceRecord.Log(Guid.CreateVersion7(), Member, facts, Body, Recorder, Now);
        try
        {
            Overlap.Refuse(record, [.. hours.Where(h => h.Status is not (ServiceStatus.Rejected or ServiceStatus.Reversed))], Limits, _ => false);
            hours.Add(record);
        }
        catch (Domain.RuleViolationException)
        {
            // The time is taken.
        }
    }

    private static Deployment Open(List<Segment> segments) => Deployment.Open(
        Guid.CreateVersion7(),
        new LiveFacts(
            "保障", DeploymentKind.EventSupport, null, [], null, null, null, null, null, [], [], [],
            [new RosterFacts(null, Member, null, null, null, null, DeploymentRole.Member, null, null, false, segments, new Ending(EndingKind.Returned, segments[^1].To, null))],
            [], []),
        Body, Recorder, Now);
}
