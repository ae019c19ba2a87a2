using Honors.Domain.Accounts;
using Honors.Domain.Notices;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Objections;

/// <summary>What is objected, in the objector's words.</summary>
/// <param name="Leads">Where it can be looked into: needed of whoever does not say who they are.</param>
public sealed record ObjectionWords(string Text, string? Leads)
{
    public const int TextMaxLength = 1000, LeadsMaxLength = 500;

    internal void Check(bool isNamed)
    {
        PersonalNumbers.Refuse(Text, "text");
        PersonalNumbers.Refuse(Leads, "leads");
        if (!isNamed && Leads is null) throw ObjectionRules.NameOrLeads();
    }
}

/// <summary>Who objects, as it lies under the seal.</summary>
public sealed record Objector(string? Name, string? Contact)
{
    public const int NameMaxLength = 50, ContactMaxLength = 100;

    /// <summary>实名: by name, and to be answered.</summary>
    public bool IsNamed => Name is not null && Contact is not null;
}

/// <summary>What of an objection is enciphered.</summary>
/// <param name="Objector">Null where nothing was given.</param>
public sealed record SealedLetter(string Words, string? Objector);

/// <summary>How and when an objection came in.</summary>
/// <param name="PostedOn">Of a letter alone: the day of its postmark.</param>
public sealed record Arrival(NoticeChannel Channel, LocalDate On, LocalDate? PostedOn)
{
    internal void Check(LocalDate today)
    {
        if (On > today) throw ObjectionRules.InFuture("arrivedOn");
        if (PostedOn > On) throw ObjectionRules.InFuture("postedOn");
        if (PostedOn is null == Channel is NoticeChannel.Letter) throw ObjectionRules.Postmark();
    }

    /// <param name="until">The last day on which an objection is in time, inclusive; null of a draft.</param>
    internal void RequireInTime(Notice notice, LocalDate? until)
    {
        var byPostmark = Channel is NoticeChannel.Letter && notice.Acceptance.LetterDay is LetterDay.Postmark;
        var arrivesBy = byPostmark ? until?.PlusDays(notice.Acceptance.GraceDays) : until;
        if (until is null || On < notice.PublishedOn || On > arrivesBy || (byPostmark && PostedOn > until)) throw ObjectionRules.NotOpen(until, arrivesBy);
    }
}

/// <param name="Note">For the office.</param>
public sealed record NotAccepted(ObjectionRefusal Ground, string? Note, Signature By);

/// <summary>What is found on an objection.</summary>
/// <param name="EntryId">Of an objection to the list: whom it comes down on.</param>
/// <param name="Printed">What is to be printed of the entry, where it is corrected.</param>
public sealed record ObjectionJudgement(ObjectionOutcome Outcome, string Reason, Guid? EntryId, Printed? Printed);

/// <param name="EntryId">Null: of the whole list.</param>
public sealed record ObjectionFinding(ObjectionOutcome Outcome, Guid? EntryId, string Reason, Signature By);

/// <param name="DueOn">The last day for it, inclusive.</param>
/// <param name="InTime">Null where no day is known.</param>
public sealed record ObjectionAnswer(string Text, LocalDate? DueOn, bool? InTime, Signature By);

/// <param name="Body">That deals with it from then on.</param>
/// <param name="Receipt">The number of its receipt for it.</param>
public sealed record HandingOn(HandingKind Kind, string Body, string Receipt, LocalDate On, Signature By)
{
    public const int BodyMaxLength = 100, ReceiptMaxLength = 100;
}

/// <summary>That somebody who handles an objection saw who objects, and what for.</summary>
public sealed class ObjectorReading : IRecorded, IIdentified
{
    public const int PurposeMinLength = 2, PurposeMaxLength = 200;

    private ObjectorReading() { }

    public Guid Id { get; private set; }

    public Guid ObjectionId { get; private set; }

    public string Purpose { get; private set; } = "";

    public Signature Read { get; private set; } = null!;

    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    /// <exception cref="RuleViolationException"><c>objection.no-objector</c>: nothing was given; those of <see cref="Objection.Accept"/>, but for its state.</exception>
    public static ObjectorReading Record(Guid id, Objection objection, IReadOnlyCollection<NoticeCase> cases, string purpose, Actor actor, Instant now)
    {
        objection.RequireFree(cases, actor);
        if (objection.SealedObjector is null) throw ObjectionRules.NoObjector();

        return new ObjectorReading
        {
            Id = id,
            ObjectionId = objection.Id,
            Purpose = purpose,
            Read = Signature.Of(actor, now),
            RecordedBy = objection.RecordedBy,
            RecordedIn = objection.RecordedIn,
        };
    }
}
