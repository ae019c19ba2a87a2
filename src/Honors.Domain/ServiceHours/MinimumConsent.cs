using Honors.Domain.Accounts;
using Honors.Domain.People;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>
/// The person lets one body ask one thing (单独同意, PIPL art. 23, 25; 志愿服务条例 art. 20): whether they gave at least so many hours in a period. It opens no
/// record: the asker learns yes or no.
/// </summary>
public sealed class MinimumConsent : IIdentified
{
    public const int MostMinutes = 100_000 * 60, MostDaysToAsk = 366;

    private MinimumConsent() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>As it was when the consent was given: the asker, who may see nothing else of the person, is told whom it is about.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The body that may ask.</summary>
    public Guid AskerId { get; private set; }

    public MinimumFigure Figure { get; private set; } = null!;

    /// <summary>The last day on which it may be asked.</summary>
    public LocalDate Until { get; private set; }

    public Consent Consent { get; private set; } = null!;

    public Signature Given { get; private set; } = null!;

    /// <summary>The body that wrote it down from a paper; null where it was given on the page.</summary>
    public Guid? RecorderId { get; private set; }

    public Signature? Withdrawn { get; private set; }

    public int Version { get; private set; }

    /// <param name="guardianships">Those of the person.</param>
    /// <param name="recorderId">Null for a consent on the page.</param>
    /// <exception cref="RuleViolationException">
    /// <c>minimum.period</c>; <c>minimum.until</c>: past, or more than a year ahead; a code of <see cref="ConsentRules"/>, where a minor's own say is needed at once.
    /// </exception>
    public static MinimumConsent Give(
        Guid id, Person person, Guid askerId, MinimumFigure figure, LocalDate until, Consent consent, IReadOnlyCollection<Guardianship> guardianships,
        Guid? recorderId, Actor actor, Instant now)
    {
        var today = ChinaTime.Today(now);
        if (figure.To < figure.From) throw MinimumRules.EndsBeforeItBegins();
        if (until < today || until > today.PlusDays(MostDaysToAsk)) throw MinimumRules.UntilUnfit(MostDaysToAsk);
        if (consent.Check(person, guardianships, actor, today)) throw ConsentRules.OwnMissing();

        return new MinimumConsent
        {
            Id = id,
            PersonId = person.Id,
            Name = person.Name,
            AskerId = askerId,
            Figure = figure,
            Until = until,
            Consent = consent,
            Given = Signature.Of(actor, now),
            RecorderId = recorderId,
        };
    }

    /// <summary>撤回: it is asked no more. What was answered stays, as what it was.</summary>
    /// <exception cref="RuleViolationException"><c>minimum.withdrawn</c>.</exception>
    public void Withdraw(Actor actor, Instant now)
    {
        if (Withdrawn is not null) throw MinimumRules.IsWithdrawn();

        Withdrawn = Signature.Of(actor, now);
    }

    /// <summary>Answers the asker, who must be the one whom the consent names: that is asked before.</summary>
    /// <param name="reference">Drawn (<see cref="Nominations.ReceiptCode"/>).</param>
    /// <param name="minutes">What the figure asks for, of all records of the person; it is kept nowhere.</param>
    /// <exception cref="RuleViolationException"><c>minimum.withdrawn</c>; <c>minimum.ended</c>.</exception>
    public MinimumAnswer Answer(Guid id, string reference, int minutes, Actor asker, Instant now)
    {
        if (Withdrawn is not null) throw MinimumRules.IsWithdrawn();
        if (ChinaTime.Today(now) > Until) throw MinimumRules.IsOver(Until);

        return MinimumAnswer.To(id, this, reference, minutes >= Figure.Minutes, asker, now);
    }
}

/// <summary>At least so much, in which days, confirmed by whom.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Inclusive.</param>
public sealed record MinimumFigure(int Minutes, LocalDate From, LocalDate To, MinimumBasis Basis);

/// <summary>Who, besides the person, must have confirmed the hours.</summary>
public enum MinimumBasis
{
    /// <summary>已审核: a second person of the recorder's side.</summary>
    Verified,

    /// <summary>已审核且经单位核实.</summary>
    ConfirmedByUnit,
}

/// <summary>Yes or no, as it stood when it was asked. Neither a figure nor a record is in it.</summary>
public sealed class MinimumAnswer : IIdentified
{
    private MinimumAnswer() { }

    public Guid Id { get; private set; }

    public Guid ConsentId { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid AskerId { get; private set; }

    /// <summary>What was asked.</summary>
    public MinimumFigure Figure { get; private set; } = null!;

    /// <summary>By it the answer is found again.</summary>
    public string Reference { get; private set; } = "";

    public bool IsMet { get; private set; }

    public LocalDate AskedOn { get; private set; }

    public Signature Asked { get; private set; } = null!;

    internal static MinimumAnswer To(Guid id, MinimumConsent consent, string reference, bool isMet, Actor asker, Instant now) => new()
    {
        Id = id,
        ConsentId = consent.Id,
        PersonId = consent.PersonId,
        AskerId = consent.AskerId,
        Figure = consent.Figure,
        Reference = reference,
        IsMet = isMet,
        AskedOn = ChinaTime.Today(now),
        Asked = Signature.Of(asker, now),
    };
}

public static class MinimumRules
{
    public const string Period = "minimum.period";
    public const string Until = "minimum.until";
    public const string Withdrawn = "minimum.withdrawn";
    public const string Over = "minimum.ended";

    internal static RuleViolationException EndsBeforeItBegins() => new(Period, Refusal.Impossible, "to");

    internal static RuleViolationException UntilUnfit(int most) => new(Until, Refusal.Impossible, "until", new Dictionary<string, object?> { ["mostDays"] = most });

    internal static RuleViolationException IsWithdrawn() => new(Withdrawn, Refusal.Conflict);

    internal static RuleViolationException IsOver(LocalDate until) => new(Over, Refusal.Conflict, null, new Dictionary<string, object?> { ["until"] = until });
}
