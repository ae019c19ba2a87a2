using Honors.Domain.Accounts;
using Honors.Domain.Calendar;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.People;

/// <summary>
/// That somebody asks the recording body to put a record right, or to enter what is missing (民政部令67号 art. 13; PIPL art. 46; of an honour left out
/// or wrong, 民法典 §1031). The request changes nothing by itself; the body looks into it and answers.
/// </summary>
public sealed class Correction : IRecorded, IIdentified
{
    public const int WrongMaxLength = 1000, AnswerMaxLength = 1000, AnswerWithin = 10;

    private Correction() { }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Null: what is asked for is recorded nowhere, or stands in the person's own entry.</summary>
    public Guid? RecordId { get; private set; }

    public Speaker AskedBy { get; private set; }

    /// <summary>What is wrong or missing, in the asker's words.</summary>
    public string Wrong { get; private set; } = "";

    public Signature Received { get; private set; } = null!;

    public LocalDate ReceivedOn { get; private set; }

    /// <summary><see cref="AnswerWithin"/> working days after <see cref="ReceivedOn"/> (a rule of the house: the decree says 及时); null: 待定, the year's working days are not known.</summary>
    public LocalDate? AnswerDue { get; private set; }

    public bool? Accepted { get; private set; }

    public string? Answer { get; private set; }

    public Signature? Answered { get; private set; }

    /// <summary>The body that made the record, and so answers.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <param name="to">The body that made the record.</param>
    /// <param name="actor">The person, a guardian, or a recorder who enters what was asked by letter or at the desk.</param>
    /// <exception cref="RuleViolationException"><c>text.personal-number</c>.</exception>
    public static Correction Ask(
        Guid id, Guid personId, Guid? recordId, Speaker askedBy, string wrong, WorkingCalendar calendar, RecordingBody to, Actor actor, Instant now)
    {
        PersonalNumbers.Refuse(wrong, "wrong");
        var today = ChinaTime.Today(now);
        return new Correction
        {
            Id = id,
            PersonId = personId,
            RecordId = recordId,
            AskedBy = askedBy,
            Wrong = wrong,
            Received = Signature.Of(actor, now),
            ReceivedOn = today,
            AnswerDue = calendar.Due(today, AnswerWithin).Day,
            RecordedBy = to.Id,
            RecordedIn = to.DivisionCode,
        };
    }

    /// <param name="reason">What was found; it is owed for a yes as for a no (PIPL art. 50).</param>
    /// <exception cref="RuleViolationException">
    /// <c>correction.answered</c>; <c>correction.own-request</c>: whoever asked or entered it; <c>correction.no-person-behind</c>; <c>text.personal-number</c>.
    /// </exception>
    public void Settle(bool accepted, string reason, Actor actor, Instant now)
    {
        if (Answered is not null) throw PeopleRules.CorrectionAnswered();
        if (!actor.IsHuman) throw PeopleRules.NobodyBehindAnswer();
        if (Received.IsBy(actor) || actor.PersonId == PersonId) throw PeopleRules.OwnCorrection();
        PersonalNumbers.Refuse(reason, "reason");

        (Accepted, Answer, Answered) = (accepted, reason, Signature.Of(actor, now));
    }
}
