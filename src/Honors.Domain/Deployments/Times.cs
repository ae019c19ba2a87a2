using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Deployments;

/// <summary>The moments of a deployment, in the order in which they come.</summary>
public enum TimePoint
{
    /// <summary>接警.</summary>
    CalledOut,

    /// <summary>启动、备勤.</summary>
    StandBy,

    /// <summary>集结.</summary>
    Assembled,

    /// <summary>出发.</summary>
    Departed,

    /// <summary>到达.</summary>
    Arrived,

    /// <summary>开始行动.</summary>
    Started,

    /// <summary>结束.</summary>
    Finished,

    /// <summary>撤离.</summary>
    Withdrawn,

    /// <summary>归队.</summary>
    BackAtBase,

    /// <summary>全员安全报平安.</summary>
    AllSafe,
}

/// <summary>A moment as a recorder states it.</summary>
/// <param name="Source">How it is known: 对讲记录, 后台登记.</param>
public sealed record TimeFacts(TimePoint Point, Instant At, string? Source);

/// <summary>A moment, how it is known and who recorded it.</summary>
public sealed record TimeMark(TimePoint Point, Instant At, string? Source, Signature Recorded)
{
    public const int SourceMaxLength = 100;

    /// <summary>Puts stated moments beside those at hand; one that is stated again unchanged keeps its recorder.</summary>
    /// <exception cref="RuleViolationException"><c>deployment.time-twice</c>; <c>deployment.times-decrease</c>; <c>deployment.in-future</c>; <c>text.personal-number</c>.</exception>
    internal static IReadOnlyList<TimeMark> Put(IReadOnlyList<TimeMark> known, IReadOnlyList<TimeFacts> stated, Actor actor, Instant now)
    {
        if (stated.DistinctBy(t => t.Point).Count() < stated.Count) throw DeploymentRules.TimeTwice();
        for (var i = 0; i < stated.Count; i++)
        {
            PersonalNumbers.Refuse(stated[i].Source, $"times[{i}].source");
            if (stated[i].At > now) throw DeploymentRules.InFuture($"times[{i}].at");
        }

        List<TimeMark> marks = [.. stated.Select(Mark).Concat(known.Where(k => stated.All(s => s.Point != k.Point))).OrderBy(m => m.Point)];
        return marks.Zip(marks.Skip(1)).Any(pair => pair.Second.At < pair.First.At) ? throw DeploymentRules.TimesDecrease() : marks;

        TimeMark Mark(TimeFacts facts) => known.FirstOrDefault(k => (k.Point, k.At, k.Source) == (facts.Point, facts.At, facts.Source))
            ?? new TimeMark(facts.Point, facts.At, facts.Source, Signature.Of(actor, now));
    }
}
