using Honors.Domain.Accounts;
using Honors.Domain.Awards;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.HonorReports;

/// <summary>
/// 荣誉补记、更正申请: somebody says that an honour is missing from the registry, or wrong in it; whose it is may demand that it be recorded or put right (民法典 §1031). What is said
/// and who says it lie under seal, for the office that answers.
/// </summary>
public sealed class HonorReport : IRecorded, IDated
{
    public const int ReasonMaxLength = 1000, SealedMaxLength = 12000;

    private HonorReport() { }

    public Guid Id { get; private set; }

    public HonorReportKind Kind { get; private set; }

    /// <summary>The honour that is wrong, where it was named.</summary>
    public Guid? AwardId { get; private set; }

    /// <summary>The title that is missing, where it was named.</summary>
    public Guid? TitleId { get; private set; }

    /// <summary>What is said, enciphered.</summary>
    public string SealedWords { get; private set; } = "";

    /// <summary>Null while it waits.</summary>
    public HonorReportAnswer? Answer { get; private set; }

    /// <summary>Whether it was answered; kept beside <see cref="Answer"/> to be searched.</summary>
    public HonorReportState State { get; private set; }

    /// <summary>The day on which it came in.</summary>
    public LocalDate SortDay { get; private set; }

    /// <summary>The office that answers: the owner of the title, or that of the division.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <param name="sealedWords">The same words, enciphered.</param>
    /// <exception cref="RuleViolationException"><c>honor-report.award-of-wrong</c>: what is missing names no award; <c>text.personal-number</c>.</exception>
    public static HonorReport Receive(
        Guid id, HonorReportKind kind, Guid? awardId, Guid? titleId, HonorReportWords words, string sealedWords, RecordingBody office, Instant now)
    {
        words.Check();
        if (kind is HonorReportKind.Omitted && awardId is not null) throw HonorReportRules.AwardOfWrong();

        return new HonorReport
        {
            Id = id,
            Kind = kind,
            AwardId = awardId,
            TitleId = titleId,
            SealedWords = sealedWords,
            SortDay = ChinaTime.Today(now),
            RecordedBy = office.Id,
            RecordedIn = office.DivisionCode,
        };
    }

    /// <summary>答复, which the receipt tells: it was put right, or there is nothing to put right and why.</summary>
    /// <param name="reported">The award of <see cref="AwardId"/>.</param>
    /// <param name="awardId">What was recorded or corrected.</param>
    /// <exception cref="RuleViolationException">
    /// <c>honor-report.answered</c>; <c>honor-report.no-award</c>: what was put right is named, and nothing else is; <c>text.personal-number</c>; those of <see cref="RequireFree"/>.
    /// </exception>
    public void Reply(HonorReportOutcome outcome, string reason, Guid? awardId, Award? reported, Actor actor, Instant now)
    {
        RequireFree(reported, actor);
        if (Answer is not null) throw HonorReportRules.Answered();
        if (outcome is HonorReportOutcome.Corrected == awardId is null) throw HonorReportRules.NoAward();
        PersonalNumbers.Refuse(reason, "reason");

        (Answer, State) = (new HonorReportAnswer(outcome, reason, awardId, Signature.Of(actor, now)), HonorReportState.Answered);
    }

    /// <summary>Whoever entered the award, or has it, does not read or answer what is said against it.</summary>
    /// <exception cref="RuleViolationException"><c>honor-report.no-person-behind</c>; <c>honor-report.own-entry</c>; <c>award.own-award</c>.</exception>
    public static void RequireFree(Award? reported, Actor actor)
    {
        if (!actor.IsHuman) throw HonorReportRules.NoPersonBehind();
        if (reported?.Recorded.IsBy(actor) is true) throw HonorReportRules.OwnEntry();
        if (reported?.IsOf(actor) is true) throw AwardRules.OwnAward();
    }

    /// <inheritdoc cref="RequireFree"/>
    public static bool IsFreeFor(Award? reported, Actor actor)
    {
        try
        {
            RequireFree(reported, actor);
            return true;
        }
        catch (RuleViolationException)
        {
            return false;
        }
    }

    /// <summary>The same under another key.</summary>
    public void SealAnew(string sealedWords) => SealedWords = sealedWords;
}

/// <summary>What is said, in the reporter's words.</summary>
/// <param name="Recipient">Whose honour it is, as the reporter knows them; whether the registry knows anybody by it is neither asked nor told.</param>
public sealed record HonorReportWords(string Text, string? Recipient)
{
    public const int TextMaxLength = 1000, RecipientMaxLength = 100;

    internal void Check()
    {
        PersonalNumbers.Refuse(Text, "text");
        PersonalNumbers.Refuse(Recipient, "recipient");
    }
}

/// <param name="AwardId">What was recorded or corrected.</param>
public sealed record HonorReportAnswer(HonorReportOutcome Outcome, string Reason, Guid? AwardId, Signature By);

public enum HonorReportKind
{
    /// <summary>漏记.</summary>
    Omitted,

    /// <summary>错记.</summary>
    Wrong,
}

public enum HonorReportState
{
    /// <summary>已收到，核查中.</summary>
    Received,

    /// <summary>已答复.</summary>
    Answered,
}

public enum HonorReportOutcome
{
    /// <summary>已补记或者更正.</summary>
    Corrected,

    /// <summary>经核查无需更正.</summary>
    NothingToCorrect,
}
