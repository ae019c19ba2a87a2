using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.ServiceHours;

/// <summary>
/// 单位核实: what the unit of an employment, or of its head the body above, says of hours that another body recorded, and what became of its dispute. The
/// unit never edits the record, and never raises it (谁组织谁记录): it states what it knows of that day, the recording body answers, and where they do
/// not agree the office decides. Every step is kept.
/// </summary>
public sealed class UnitConfirmation : IRecorded, IIdentified
{
    public const int NoteMaxLength = 500;

    /// <summary>Working days in which a recording body answers a dispute: a rule of the house, as of corrections (民政部令67号 art. 13 says 及时).</summary>
    public const int AnswerWithin = 10;

    private readonly List<ConfirmedSpan> _confirmedIn = [];

    private UnitConfirmation() { }

    public Guid Id { get; private set; }

    public Guid ServiceRecordId { get; private set; }

    /// <summary>Whose hours they are.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Where the person worked that day.</summary>
    public Guid UnitId { get; private set; }

    public ConfirmationAnswer Answer { get; private set; }

    /// <summary>What the unit takes to be true, of <see cref="ConfirmationAnswer.Partly"/> alone; less than the record says.</summary>
    public int? Minutes { get; private set; }

    public ConfirmationReason? Reason { get; private set; }

    public ConfirmationStatus Status { get; private set; }

    /// <summary>The last day on which the recording body answers in time; null: 待定, or nothing is disputed.</summary>
    public LocalDate? ReplyDue { get; private set; }

    /// <summary>All that was said, in order; the first is the unit's word.</summary>
    public IReadOnlyList<ConfirmationStep> Steps { get; private set; } = [];

    /// <summary>From when to when the record stood confirmed: a total of a past day asks for it.</summary>
    public IReadOnlyCollection<ConfirmedSpan> ConfirmedIn => _confirmedIn;

    /// <summary>The body that made the record, and so answers.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether the record's minutes stand confirmed by somebody other than its recorder.</summary>
    public bool Confirms => Status is ConfirmationStatus.Confirmed or ConfirmationStatus.Overruled;

    private Signature LastBy => Steps[^1].By;

    /// <summary>Writes down what the unit says. Whether the actor speaks for the unit is asked before.</summary>
    /// <exception cref="RuleViolationException"><c>confirmation.*</c> of <see cref="ConfirmationRules"/>; <c>text.personal-number</c>.</exception>
    public static UnitConfirmation Give(Guid id, ServiceRecord record, Guid unitId, UnitWord word, WorkingCalendar calendar, Actor actor, Instant now)
    {
        var confirmation = new UnitConfirmation
        {
            Id = id,
            ServiceRecordId = record.Id,
            PersonId = record.PersonId,
            UnitId = unitId,
            RecordedBy = record.RecordedBy,
            RecordedIn = record.RecordedIn,
        };
        confirmation.Put(record, word, calendar, actor, now);
        return confirmation;
    }

    /// <summary>The unit comes to know better. What it disputed is no longer its own to change.</summary>
    /// <inheritdoc cref="Give"/>
    public void GiveAnew(ServiceRecord record, UnitWord word, WorkingCalendar calendar, Actor actor, Instant now)
    {
        if (Status is not (ConfirmationStatus.Confirmed or ConfirmationStatus.Unverifiable)) throw ConfirmationRules.InDispute(Status);
        if (Answer == word.Answer) throw ConfirmationRules.SaidAlready(Answer);

        Put(record, word, calendar, actor, now);
    }

    /// <summary>The recording body agrees (认可): the record is reversed, and what the unit leaves of it is logged anew.</summary>
    /// <returns>What takes its place; null where nothing does.</returns>
    /// <exception cref="RuleViolationException">
    /// <c>confirmation.not-open</c>; <c>confirmation.own-step</c>; <c>service-hours.own-record</c>, <c>.own-hours</c>, <c>.no-person-behind</c>: what two people made
    /// count, two people take back.
    /// </exception>
    public ServiceRecord? Agree(Guid replacementId, ServiceRecord record, string reason, Actor recorder, Instant now)
    {
        RefuseReplyBy(record, recorder);
        var replacement = record.Lower(replacementId, Minutes ?? 0, reason, recorder, now);
        Note(ConfirmationStatus.Agreed, ConfirmationAct.Agreed, Minutes ?? 0, reason, recorder, now);
        return replacement;
    }

    /// <summary>The recording body stands by its record (不认可): the office above it decides.</summary>
    /// <exception cref="RuleViolationException"><c>confirmation.not-open</c>; <c>confirmation.own-step</c>; <c>confirmation.own-hours</c>; <c>confirmation.no-person-behind</c>.</exception>
    public void Disagree(ServiceRecord record, string reason, Actor recorder, Instant now)
    {
        RefuseReplyBy(record, recorder);
        Note(ConfirmationStatus.Escalated, ConfirmationAct.Disagreed, null, reason, recorder, now);
    }

    /// <summary>The office decides (裁定) what both could not agree on, or what the recording body left unanswered.</summary>
    /// <param name="minutes">What was given: from none to what the record says, and never more.</param>
    /// <param name="calendar">As it holds now: a day that was 待定 may be known since.</param>
    /// <returns>What takes the record's place; null where it stands, or nothing does.</returns>
    /// <exception cref="RuleViolationException">
    /// <c>confirmation.not-open</c>; <c>confirmation.awaits-reply</c>; <c>confirmation.own-step</c>; <c>confirmation.more-than-recorded</c>; <c>service-hours.own-record</c>,
    /// <c>.own-hours</c>, <c>.no-person-behind</c>.
    /// </exception>
    public ServiceRecord? Decide(Guid replacementId, ServiceRecord record, int minutes, string reason, WorkingCalendar calendar, Actor office, Instant now)
    {
        if (Status is not (ConfirmationStatus.Disputed or ConfirmationStatus.Escalated) || !record.Stands) throw ConfirmationRules.NotOpen(Status);
        if (Status is ConfirmationStatus.Disputed && !IsOverdue(calendar, now, out var due)) throw ConfirmationRules.AwaitsReply(due);
        if (Steps.Any(s => s.By.IsBy(office))) throw ConfirmationRules.OwnStep();
        if (minutes > record.Minutes) throw ConfirmationRules.MoreThanRecorded(record.Minutes);

        PersonalNumbers.Refuse(reason, "reason");
        record.RefuseSelf(office);
        var stands = minutes == record.Minutes;
        var replacement = stands ? null : record.Lower(replacementId, minutes, reason, office, now);
        Note(stands ? ConfirmationStatus.Overruled : ConfirmationStatus.Upheld, ConfirmationAct.Decided, minutes, reason, office, now);
        return replacement;
    }

    /// <summary>What takes the record's place says what was settled: the unit is not asked again.</summary>
    public UnitConfirmation CarryTo(Guid id, ServiceRecord replacement)
    {
        var carried = new UnitConfirmation
        {
            Id = id,
            ServiceRecordId = replacement.Id,
            PersonId = replacement.PersonId,
            UnitId = UnitId,
            Answer = ConfirmationAnswer.True,
            Status = ConfirmationStatus.Confirmed,
            Steps = Steps,
            RecordedBy = replacement.RecordedBy,
            RecordedIn = replacement.RecordedIn,
        };
        carried.NoteSpan(LastBy.At);
        return carried;
    }

    /// <summary>Of a word from before spans were kept: what it says now it has said since its last step.</summary>
    public void KeepSpan() => NoteSpan(LastBy.At);

    /// <summary>A span is open exactly while the record stands confirmed.</summary>
    private void NoteSpan(Instant now)
    {
        var open = _confirmedIn.SingleOrDefault(s => s.Until is null);
        if (Confirms && open is null) _confirmedIn.Add(new ConfirmedSpan(now));
        if (!Confirms) open?.End(now);
    }

    private bool IsOverdue(WorkingCalendar calendar, Instant now, out LocalDate? due)
    {
        due = ReplyDue ?? calendar.Due(ChinaTime.Today(LastBy.At), AnswerWithin).Day;
        return due < ChinaTime.Today(now);
    }

    private void RefuseReplyBy(ServiceRecord record, Actor recorder)
    {
        if (Status is not ConfirmationStatus.Disputed || !record.Stands) throw ConfirmationRules.NotOpen(Status);
        if (!recorder.IsHuman) throw ConfirmationRules.NoPersonBehind();
        if (recorder.Is(PersonId)) throw ConfirmationRules.OwnHours();
        if (LastBy.IsBy(recorder)) throw ConfirmationRules.OwnStep();
    }

    private void Put(ServiceRecord record, UnitWord word, WorkingCalendar calendar, Actor actor, Instant now)
    {
        if (!record.Stands) throw ConfirmationRules.CountsNothing(record.Status);
        if (!actor.IsHuman) throw ConfirmationRules.NoPersonBehind();
        if (actor.Is(record.PersonId)) throw ConfirmationRules.OwnHours();
        if (record.Logged.IsBy(actor)) throw ConfirmationRules.OwnRecord();
        word.RefuseUnfit(record.Minutes);

        (Answer, Minutes, Reason) = (word.Answer, word.Minutes, word.Reason);
        Status = word.Answer switch
        {
            ConfirmationAnswer.True => ConfirmationStatus.Confirmed,
            ConfirmationAnswer.Unknown => ConfirmationStatus.Unverifiable,
            _ => ConfirmationStatus.Disputed,
        };
        ReplyDue = Status is ConfirmationStatus.Disputed ? calendar.Due(ChinaTime.Today(now), AnswerWithin).Day : null;
        NoteSpan(now);
        Steps = [.. Steps, new ConfirmationStep(ConfirmationAct.Answered, Signature.Of(actor, now), word.Answer, word.Minutes, word.Reason, word.Note)];
    }

    private void Note(ConfirmationStatus status, ConfirmationAct act, int? minutes, string reason, Actor actor, Instant now)
    {
        PersonalNumbers.Refuse(reason, "reason");
        (Status, Steps) = (status, [.. Steps, new ConfirmationStep(act, Signature.Of(actor, now), null, minutes, null, reason)]);
        NoteSpan(now);
    }
}

/// <summary>A while in which a record stood confirmed by a unit.</summary>
public sealed class ConfirmedSpan
{
    private ConfirmedSpan() { }

    internal ConfirmedSpan(Instant since) => Since = since;

    /// <summary>Inclusive.</summary>
    public Instant Since { get; private set; }

    /// <summary>Exclusive; null while it stands.</summary>
    public Instant? Until { get; private set; }

    internal void End(Instant now) => Until = now;
}

/// <summary>What a unit says of hours.</summary>
public sealed record UnitWord(ConfirmationAnswer Answer, int? Minutes, ConfirmationReason? Reason, string? Note)
{
    /// <exception cref="RuleViolationException"><c>confirmation.minutes</c>; <c>confirmation.reason</c>; <c>confirmation.more-than-recorded</c>; <c>text.personal-number</c>.</exception>
    internal void RefuseUnfit(int recorded)
    {
        if (Answer is ConfirmationAnswer.Partly != Minutes is not null) throw ConfirmationRules.MinutesOfPartly();
        if (Answer is ConfirmationAnswer.Partly or ConfirmationAnswer.Untrue != Reason is not null) throw ConfirmationRules.ReasonOfDispute();
        if (Minutes >= recorded) throw ConfirmationRules.MoreThanRecorded(recorded - 1);
        PersonalNumbers.Refuse(Note, "note");
    }
}

/// <summary>One thing that was said of hours, by whom and when.</summary>
/// <param name="Minutes">What the act takes to be true; null where it says all, or nothing of it.</param>
public sealed record ConfirmationStep(ConfirmationAct Act, Signature By, ConfirmationAnswer? Answer, int? Minutes, ConfirmationReason? Reason, string? Note);

public enum ConfirmationAnswer
{
    /// <summary>属实.</summary>
    True,

    /// <summary>部分属实: fewer minutes than recorded.</summary>
    Partly,

    /// <summary>不属实.</summary>
    Untrue,

    /// <summary>无法核实.</summary>
    Unknown,
}

/// <summary>Why a unit does not take hours for service, or not all of them.</summary>
public enum ConfirmationReason
{
    /// <summary>在岗.</summary>
    OnDuty,

    /// <summary>值班.</summary>
    Standby,

    /// <summary>有偿.</summary>
    Paid,

    /// <summary>请假: on leave for another purpose.</summary>
    OnLeave,

    /// <summary>未参加.</summary>
    DidNotTakePart,

    /// <summary>时长不符.</summary>
    OtherMinutes,

    /// <summary>非志愿服务: a meeting, training, or work of the unit.</summary>
    NotService,

    /// <summary>其他.</summary>
    Other,
}

public enum ConfirmationStatus
{
    /// <summary>属实: counts as confirmed.</summary>
    Confirmed,

    /// <summary>无法核实.</summary>
    Unverifiable,

    /// <summary>有异议, 待记录单位答复: counts as recorded, but not as confirmed.</summary>
    Disputed,

    /// <summary>待裁定.</summary>
    Escalated,

    /// <summary>记录单位认可: the record is reversed.</summary>
    Agreed,

    /// <summary>裁定更正: the record is reversed.</summary>
    Upheld,

    /// <summary>裁定维持: the record stands, and counts as confirmed.</summary>
    Overruled,
}

public enum ConfirmationAct
{
    /// <summary>单位核实.</summary>
    Answered,

    /// <summary>认可.</summary>
    Agreed,

    /// <summary>不认可.</summary>
    Disagreed,

    /// <summary>裁定.</summary>
    Decided,
}
