using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Deployments;

/// <summary>How a live deployment becomes hours, how a second person verifies them, and how both are taken back.</summary>
public sealed partial class Deployment
{
    private const int Majority = 18;

    /// <summary>
    /// Makes the hours of each registered member: one unverified record for each local day, of its minutes of rescue and support. A minor, a member
    /// held unfit or without a policy is flagged and makes none; what meets other hours of the person is held as contested, in a record of its
    /// own, and the day is parted where foreign hours lie between two segments, so that no two records claim one moment.
    /// </summary>
    /// <param name="known">What the registry knows of the rostered besides.</param>
    /// <exception cref="RuleViolationException"><c>deployment.lines-without-ending</c>, naming the lines; <c>deployment.closed</c>; <c>deployment.from-source</c>.</exception>
    public IReadOnlyList<ServiceRecord> Close(RosterKnowledge known, Actor actor, Instant now)
    {
        RequireOpen();
        if (_roster.Where(l => l.Ending is null).Select(l => l.Id).ToList() is [_, ..] open) throw DeploymentRules.WithoutEnding(open);

        List<ServiceRecord> hours = [.. _roster.SelectMany(line => Credit(line, known, actor, now))];
        (Status, Closed) = (DeploymentStatus.Closed, Signature.Of(actor, now));
        Touch(actor, now);
        return hours;
    }

    /// <summary>Takes a closed deployment up again: its hours are reversed, and the next closing makes new ones.</summary>
    /// <param name="hours">All that its closings made.</param>
    /// <exception cref="RuleViolationException"><c>deployment.open</c>; <c>deployment.from-source</c>; <c>text.personal-number</c>.</exception>
    public void Reopen(IEnumerable<ServiceRecord> hours, string reason, Actor actor, Instant now)
    {
        RequireClosed();
        if (Reopenings.Count >= MostReopenings) throw DeploymentRules.TooMany("reason", MostReopenings);
        PersonalNumbers.Refuse(reason, "reason");

        foreach (var record in hours.Where(h => h.Status is ServiceStatus.Logged or ServiceStatus.Verified or ServiceStatus.Contested)) record.Reverse(reason, actor, now);
        Reopenings = [.. Reopenings, new Reopening(reason, Signature.Of(actor, now))];
        (Status, Closed) = (DeploymentStatus.Open, null);
        Touch(actor, now);
    }

    /// <summary>One act for the whole roster. The verifier's own hours stay for another verifier, contested ones for the office.</summary>
    /// <param name="hours">All that its closings made.</param>
    /// <returns>What was verified.</returns>
    /// <exception cref="RuleViolationException"><c>deployment.own-roster</c>: the verifier entered a part of it; <c>service-hours.own-hours</c>;
    /// <c>service-hours.no-person-behind</c>; <c>deployment.nothing-to-verify</c>; <c>deployment.open</c>; <c>deployment.from-source</c>.</exception>
    public IReadOnlyList<ServiceRecord> Verify(IEnumerable<ServiceRecord> hours, Actor verifier, Instant now)
    {
        RequireClosed();
        RefuseVerifier(verifier);
        var waiting = hours.Where(h => h.Status is ServiceStatus.Logged).ToList();
        if (waiting is []) throw DeploymentRules.NothingToVerify();

        var others = waiting.Where(h => h.PersonId != verifier.PersonId).ToList();
        foreach (var record in others is [] ? waiting : others) record.Verify(verifier, now);
        return others;
    }

    /// <summary>Whoever entered a part of the roster is no second pair of eyes for any of its hours.</summary>
    /// <exception cref="RuleViolationException"><c>deployment.own-roster</c>.</exception>
    public void RefuseVerifier(Actor verifier)
    {
        if (Recorders.Any(r => r.IsBy(verifier))) throw DeploymentRules.RecordedBySelf();
    }

    private void RequireClosed()
    {
        RequireLive();
        if (Status is not DeploymentStatus.Closed) throw DeploymentRules.NotClosed();
    }

    private List<ServiceRecord> Credit(RosterLine line, RosterKnowledge known, Actor actor, Instant now)
    {
        List<LineFinding> flags = [];
        List<ServiceRecord> hours = [];
        if (!Kind.IsService()) flags.Add(LineFinding.NotService);
        if (line.IsUnfit) flags.Add(LineFinding.Unfit);
        if (Kind.IsHazardous() && !IsInsured(line, known.Policies)) flags.Add(LineFinding.Uninsured);
        var barred = flags.Count > 0;

        var born = line.PersonId is { } id ? known.Born.GetValueOrDefault(id) : null;
        if (line.Segments.SelectMany(s => s.Span.ByDay()).Any(s => IsMinor(born, s.Day))) flags.Add(LineFinding.Minor);

        var days = line.Segments.Where(s => s.Activity.IsService()).SelectMany(s => s.Span.ByDay()).GroupBy(s => s.Day, s => s.Part);
        foreach (var day in days.Where(d => !barred && !IsMinor(born, d.Key)))
        {
            if (line.PersonId is not { } person) continue;

            var others = known.Others[person].ToList();
            var travel = TravelOn(day.Key, line, others);
            foreach (var claim in Overlap.Part([.. day], day.Key, others, known.Limits))
            {
                var facts = ClaimedBy(line, claim, known) with { TravelMinutes = claim.Against is null ? travel : 0 };
                var record = ServiceRecord.FromRoster(
                    person, facts, Id, Kind.IsEmergency(), claim.Against, new RecordingBody(RecordedBy, RecordedIn), actor, now);
                record.CreditBy(CreditingRule.Holding(known.Rules, RecordedIn, record.ServedOn), d => Taken(person, d, others, hours));
                hours.Add(record);
                if (claim.Against is null) travel = 0;
            }
        }

        if (hours.Any(h => h.Status is ServiceStatus.Contested)) flags.Add(LineFinding.Collision);
        line.Flag(flags);
        return hours;
    }

    /// <summary>The way there and back that day, but for what other records of the person claim; it goes with the first part of the day that counts.</summary>
    private static int TravelOn(LocalDate day, RosterLine line, List<ServiceRecord> others)
    {
        var way = line.Segments.Where(s => s.Activity is SegmentActivity.Travel).SelectMany(s => s.Span.ByDay()).Where(s => s.Day == day).Select(s => s.Part).ToList();
        foreach (var other in others.Where(o => o.StartsAt is not null)) way = way.Without(new Span(other.StartsAt!.Value, other.EndsAt!.Value));
        return way.Minutes();
    }

    private static int Taken(Guid person, LocalDate day, IEnumerable<ServiceRecord> others, IEnumerable<ServiceRecord> made) => others
        .Concat(made).Where(o => o.PersonId == person && o.FillsTiers).SelectMany(o => o.Days).Where(d => d.Day == day).Sum(d => d.Credited);

    private ServiceFacts ClaimedBy(RosterLine line, Claim claim, RosterKnowledge known) => new(
        Name, CategoryOf(Kind), line.TeamId ?? RecordedBy, null, claim.Hull.From, claim.Hull.To, claim.Minutes, Provenance.Roster,
        Place is { Length: <= ServiceRecord.PlaceMaxLength } ? Place : null, null, known.InCharge, null,
        line.TeamId is { } team ? [team] : [], []);

    private static bool IsInsured(RosterLine line, IReadOnlyList<InsurancePolicy> policies) => line.Segments is []
        || policies.Any(p => p.Covers(line, ChinaTime.Today(line.Segments[0].From), line.Segments[^1].Span.ByDay().Last().Day));

    /// <summary>Surely under age that day; of somebody whose birth is only known within bounds, by the earliest.</summary>
    private static bool IsMinor(PartialDate? born, LocalDate day) => born?.Earliest is { } earliest && earliest.PlusYears(Majority) > day;

    private static ServiceCategory CategoryOf(DeploymentKind kind) => kind switch
    {
        DeploymentKind.MedicalAid => ServiceCategory.Health,
        DeploymentKind.EventSupport => ServiceCategory.LargeEvents,
        DeploymentKind.EpidemicControl => ServiceCategory.EpidemicControl,
        DeploymentKind.ForestFireSupport => ServiceCategory.FireService,
        DeploymentKind.Lecture => ServiceCategory.Science,
        _ => ServiceCategory.EmergencyRescue,
    };
}

/// <summary>What a closing must know besides the deployment itself.</summary>
/// <param name="Born">Of the registered persons on the roster.</param>
/// <param name="Others">Hours of these persons near these days, from every body, that count, await their check or are contested.</param>
/// <param name="InCharge">Who led it (活动负责人).</param>
/// <param name="Rules">All crediting rules that may hold where it is recorded.</param>
public sealed record RosterKnowledge(
    IReadOnlyDictionary<Guid, PartialDate> Born,
    IReadOnlyList<InsurancePolicy> Policies,
    ILookup<Guid, ServiceRecord> Others,
    OverlapLimits Limits,
    string? InCharge,
    IReadOnlyCollection<CreditingRule> Rules);
