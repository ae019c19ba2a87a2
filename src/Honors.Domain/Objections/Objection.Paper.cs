using Honors.Domain.Accounts;
using Honors.Domain.Files;
using Honors.Domain.Notices;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Objections;

/// <summary>What the objector hands in with it or after it: papers and pictures, and that it is taken back.</summary>
public sealed partial class Objection
{
    public const int MostFiles = 5;

    /// <summary>As long as it is not found on; and of one that was taken back, its letter.</summary>
    private static readonly ObjectionState[] TakingFiles = [ObjectionState.Received, ObjectionState.Accepted, ObjectionState.Postponed, ObjectionState.Withdrawn];

    private static readonly ObjectionState[] Unfound = [ObjectionState.Received, ObjectionState.Accepted, ObjectionState.Postponed];

    /// <summary>How many files came with it; they are of nobody but those who handle it.</summary>
    public int FileCount { get; private set; }

    /// <summary>撤回 by the objector.</summary>
    public ObjectionWithdrawal? Withdrawal { get; private set; }

    /// <summary>Takes a file that the holder of the receipt sends. Its name is not kept: people name files after themselves.</summary>
    /// <exception cref="RuleViolationException"><c>objection.wrong-state</c>; <c>objection.too-many-files</c>.</exception>
    public StoredFile Attach(Guid fileId, FileContent content, Instant now) => Keep(fileId, content, Actor.Unknown, now);

    /// <summary>Takes a file that came to the office.</summary>
    /// <exception cref="RuleViolationException">Those of <see cref="Attach(Guid, FileContent, Instant)"/> and of <see cref="Accept"/>.</exception>
    public StoredFile Attach(Guid fileId, FileContent content, IReadOnlyCollection<NoticeCase> cases, Actor actor, Instant now)
    {
        RequireFree(cases, actor);
        return Keep(fileId, content, actor, now);
    }

    /// <summary>The holder of the receipt takes it back: it stops nothing any more. What was found meanwhile stays found.</summary>
    /// <exception cref="RuleViolationException"><c>objection.wrong-state</c>; <c>text.personal-number</c>.</exception>
    public void Withdraw(string? reason, Instant now) => TakeBack(reason, ChinaTime.Today(now), null, Actor.Unknown, now);

    /// <summary>Enters that the objector took it back, by letter, call or visit.</summary>
    /// <param name="fileId">The letter, one of its files.</param>
    /// <exception cref="RuleViolationException"><c>objection.in-future</c>; <c>text.personal-number</c>; those of <see cref="Accept"/>.</exception>
    public void Withdraw(string? reason, LocalDate on, Guid? fileId, IReadOnlyCollection<NoticeCase> cases, Actor actor, Instant now)
    {
        RequireFree(cases, actor);
        TakeBack(reason, on, fileId, actor, now);
    }

    private void TakeBack(string? reason, LocalDate on, Guid? fileId, Actor actor, Instant now)
    {
        RequireState(Unfound);
        PersonalNumbers.Refuse(reason, "reason");
        if (on > ChinaTime.Today(now)) throw ObjectionRules.InFuture("on");

        Withdrawal = new ObjectionWithdrawal(on, reason, fileId, Signature.Of(actor, now));
        Take(ObjectionState.Withdrawn);
    }

    private StoredFile Keep(Guid fileId, FileContent content, Actor actor, Instant now)
    {
        RequireState(TakingFiles);
        if (FileCount >= MostFiles) throw ObjectionRules.TooManyFiles(MostFiles);

        FileCount++;
        var file = StoredFile.Record(fileId, new FileFacts($"异议材料{FileCount}", FileKind.Evidence, true, content), new RecordingBody(RecordedBy, RecordedIn), actor, now);
        file.LinkTo(FileOwner.Objection, Id);
        return file;
    }
}

/// <param name="On">The day of the letter, call or visit.</param>
/// <param name="Reason">In the objector's words, for those who handle it.</param>
/// <param name="FileId">The letter.</param>
public sealed record ObjectionWithdrawal(LocalDate On, string? Reason, Guid? FileId, Signature By);
