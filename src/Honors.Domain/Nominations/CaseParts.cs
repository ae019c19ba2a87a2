using Honors.Domain.Accounts;
using NodaTime;

namespace Honors.Domain.Nominations;

/// <summary>联审: what one department was asked, and what it answered.</summary>
public sealed class DepartmentalCheck
{
    private DepartmentalCheck() { }

    internal DepartmentalCheck(Guid id, Guid? departmentId, string? name, LocalDate sentOn, LocalDate? dueOn, Signature sent) =>
        (Id, DepartmentId, Name, SentOn, DueOn, Sent) = (id, departmentId, name, sentOn, dueOn, sent);

    public Guid Id { get; private set; }

    /// <summary>Of the registry; null where it is known by <see cref="Name"/> alone.</summary>
    public Guid? DepartmentId { get; private set; }

    public string? Name { get; private set; }

    public LocalDate SentOn { get; private set; }

    /// <summary>The last day for its answer, inclusive; null where the procedure sets none.</summary>
    public LocalDate? DueOn { get; private set; }

    public Signature Sent { get; private set; } = null!;

    public CheckAnswer? Answer { get; private set; }

    /// <summary>Kept beside <see cref="Answer"/> to be searched.</summary>
    public LocalDate? AnsweredOn { get; private set; }

    internal void Enter(CheckAnswer answer) => (Answer, AnsweredOn) = (answer, answer.On);
}

/// <param name="On">Of the department's paper.</param>
/// <param name="FileId">Its scan.</param>
public sealed record CheckAnswer(CheckResult Result, LocalDate On, string? Note, Guid? FileId, Signature By);

/// <summary>Of the panel of an expert examination: somebody of the registry, or a name.</summary>
/// <param name="Recusal">Then no opinion of theirs counts.</param>
public sealed record PanelMember(Guid Id, Guid? PersonId, string? Name, string? Field, Recusal? Recusal, Opinion? Opinion);

/// <summary>回避.</summary>
public sealed record Recusal(RecusalKind Kind, string Reason, Signature By);

/// <param name="On">Of the opinion.</param>
/// <param name="By">Who entered it.</param>
public sealed record Opinion(Vote Vote, string Words, LocalDate On, Guid? FileId, Signature By);

/// <summary>The opinions that count.</summary>
public sealed record Votes(int For, int Against, int Abstain)
{
    public int Given => For + Against + Abstain;

    /// <summary>More than half of the opinions given, abstentions among them; null: open, by a tie or without the quorum.</summary>
    public Vote? ResultBy(int? quorum) => Given < (quorum ?? 1) ? null : For * 2 > Given ? Vote.For : Against * 2 > Given ? Vote.Against : null;

    internal static Votes Of(IEnumerable<PanelMember> panel)
    {
        var counted = panel.Where(m => m.Recusal is null).Select(m => m.Opinion?.Vote).ToList();
        return new(counted.Count(v => v is Vote.For), counted.Count(v => v is Vote.Against), counted.Count(v => v is Vote.Abstain));
    }
}

/// <param name="OverrideReason">Why it goes on although a department objects.</param>
public sealed record Finding(FindingResult Result, string? Reason, string? OverrideReason, Signature By);

/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive; null while the clock stands still.</param>
public sealed record ClockStop(StopGround Ground, string Note, LocalDate From, Signature By, LocalDate? Until, Signature? Resumed);

/// <summary>A case as it was sent up.</summary>
/// <param name="OfficeId">Of the registry; null where it is known by <paramref name="Office"/> alone.</param>
/// <param name="Number">Of the letter.</param>
public sealed record Recommendation(Guid? OfficeId, string? Office, string Number, LocalDate On, Signature By, HigherAnswer? Answer);

/// <param name="Number">Of the higher office's paper.</param>
/// <param name="FileId">Its scan.</param>
public sealed record HigherAnswer(HigherResult Result, LocalDate On, string? Number, string? Note, Guid? FileId, Signature By);

/// <summary>A step of a case, as it was taken.</summary>
/// <param name="On">The day that counts: that of the paper, where there is one.</param>
/// <param name="DueOn">The last day for it; null where there was none, and then <paramref name="InTime"/> is null too.</param>
public sealed record CaseStep(CaseAct Act, LocalDate On, Signature By, string? Note, LocalDate? DueOn, bool? InTime);

/// <summary>One thing that stands before the next step.</summary>
/// <param name="CheckId">Of the departmental check that it is about.</param>
public sealed record MissingItem(CaseNeed Need, Guid? CheckId = null);
