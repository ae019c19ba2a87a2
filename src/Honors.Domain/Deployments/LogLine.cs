using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Deployments;

/// <summary>One moment of a live deployment in words (行动进度重要节点). It stays as written; a mistake is put right by another line.</summary>
public sealed class LogLine : IRecorded, IIdentified
{
    public const int TextMaxLength = 500;

    private LogLine() { }

    public Guid Id { get; private set; }

    public Guid DeploymentId { get; private set; }

    public Instant At { get; private set; }

    /// <summary>Holds no phone and no identity number, of the rescued least of all (突发事件应对法 2024 §85).</summary>
    public string Text { get; private set; } = "";

    public Signature Recorded { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <param name="others">How many lines the log holds.</param>
    /// <exception cref="RuleViolationException"><c>deployment.from-source</c>; <c>deployment.in-future</c>; <c>deployment.too-many</c>; <c>text.personal-number</c>.</exception>
    public static LogLine Write(Guid id, Deployment deployment, Instant at, string text, int others, Actor actor, Instant now)
    {
        if (deployment.Status is DeploymentStatus.FromSource) throw DeploymentRules.NotLive();
        if (at > now) throw DeploymentRules.InFuture("at");
        if (others >= Deployment.MostLogLines) throw DeploymentRules.TooMany("text", Deployment.MostLogLines);
        PersonalNumbers.Refuse(text, "text");

        return new LogLine
        {
            Id = id,
            DeploymentId = deployment.Id,
            At = at,
            Text = text,
            Recorded = Signature.Of(actor, now),
            RecordedBy = deployment.RecordedBy,
            RecordedIn = deployment.RecordedIn,
        };
    }
}
