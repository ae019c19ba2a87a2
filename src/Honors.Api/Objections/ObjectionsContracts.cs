using System.Linq.Expressions;
using Honors.Api.Contract;
using Honors.Domain.Files;
using Honors.Domain.Nominations;
using Honors.Domain.Notices;
using Honors.Domain.Objections;
using NodaTime;

namespace Honors.Api.Objections;

/// <summary>An objection through the public form. A phone or identity number has its place in `contact` alone, and is refused in every other text.</summary>
/// <param name="Text">What is objected, in the objector's words; enciphered.</param>
/// <param name="EntryId">The entry that it is about; the whole list when absent.</param>
/// <param name="Name">The objector's real name; enciphered.</param>
/// <param name="Contact">How the office answers; enciphered.</param>
/// <param name="Leads">Clear leads: needed where name or contact is absent.</param>
public sealed record PublicObjectionRequest(
    [property: Length(ObjectionWords.TextMaxLength)] string Text,
    Guid? EntryId = null,
    [property: Length(Objector.NameMaxLength)] string? Name = null,
    [property: Length(Objector.ContactMaxLength)] string? Contact = null,
    [property: Length(ObjectionWords.LeadsMaxLength)] string? Leads = null)
{
    internal ObjectionWords ToWords() => new(Text, Leads);

    internal Objector ToObjector() => new(Name, Contact);
}

/// <summary>An objection that came to the office.</summary>
/// <param name="Text">What is objected, in the objector's words; enciphered.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="ArrivedOn">The day on which it came in.</param>
/// <param name="PostedOn">Of a letter alone: the day of its postmark.</param>
/// <param name="EntryId">The entry that it is about; the whole list when absent.</param>
/// <param name="Name">The objector's real name; enciphered.</param>
/// <param name="Contact">How the office answers; enciphered.</param>
/// <param name="Leads">Clear leads: needed where name or contact is absent.</param>
public sealed record ObjectionRequest(
    [property: Length(ObjectionWords.TextMaxLength)] string Text,
    NoticeChannel Channel,
    LocalDate ArrivedOn,
    LocalDate? PostedOn = null,
    Guid? EntryId = null,
    [property: Length(Objector.NameMaxLength)] string? Name = null,
    [property: Length(Objector.ContactMaxLength)] string? Contact = null,
    [property: Length(ObjectionWords.LeadsMaxLength)] string? Leads = null)
{
    internal ObjectionWords ToWords() => new(Text, Leads);

    internal Objector ToObjector() => new(Name, Contact);

    internal Arrival ToArrival() => new(Channel, ArrivedOn, PostedOn);
}

/// <summary>回执: whoever has it may ask what became of the objection. It is shown once.</summary>
public sealed record ObjectionReceipt([property: Length(ReceiptCode.Length)] string Receipt, LocalDate ReceivedOn);

/// <summary>An objection as it was entered, with the receipt for the objector, which is shown once.</summary>
public sealed record ObjectionEntered(Guid Id, [property: Length(ReceiptCode.Length)] string Receipt, LocalDate ReceivedOn);

/// <summary>What became of an objection, and nothing of whom it is about.</summary>
/// <param name="StateAsPrinted">In the reader's language.</param>
/// <param name="Reason">Of what was not accepted.</param>
/// <param name="ReasonAsPrinted">In the reader's language.</param>
/// <param name="Answer">The office's, in its words.</param>
/// <param name="PassedTo">The body that deals with it now.</param>
/// <param name="Files">How many files came with it.</param>
public sealed record ObjectionTold(
    ObjectionState State, string StateAsPrinted, ObjectionRefusal? Reason, string? ReasonAsPrinted, string? Answer, string? PassedTo, int Files);

/// <summary>How many files came with the objection so far.</summary>
public sealed record ObjectionFilesTold([property: Between(1, Objection.MostFiles)] int Files);

/// <summary>An objection taken back by its receipt.</summary>
/// <param name="Receipt">As given; small letters and hyphens make no difference.</param>
public sealed record OwnWithdrawalRequest([property: Length(2 * ReceiptCode.Length)] string Receipt, [property: Length(Objection.ReasonMaxLength)] string? Reason = null);

/// <summary>That the objector took it back, as it came to the office.</summary>
/// <param name="On">The day of the letter, call or visit.</param>
/// <param name="FileId">The letter, sent to the objection before.</param>
public sealed record ObjectionWithdrawalRequest(LocalDate On, [property: Length(Objection.ReasonMaxLength)] string? Reason = null, Guid? FileId = null);

/// <summary>Why an objection is not accepted.</summary>
/// <param name="Note">For the office alone.</param>
public sealed record ObjectionRefusalRequest(ObjectionRefusal Ground, [property: Length(Objection.ReasonMaxLength)] string? Note = null);

/// <summary>What is found on an objection.</summary>
/// <param name="Reason">For the office; of an entry that is removed or corrected it stands on the notice too, for its office and the nominating body.</param>
/// <param name="EntryId">Of an objection to the list: the entry that is removed or corrected.</param>
/// <param name="Printed">What is to be printed of an entry that is corrected.</param>
public sealed record ObjectionFindingRequest(
    ObjectionOutcome Outcome, [property: Length(Objection.ReasonMaxLength)] string Reason, Guid? EntryId = null, NoticeEntryText? Printed = null)
{
    internal ObjectionJudgement ToJudgement() => new(Outcome, Reason, EntryId, Printed?.ToPrinted());
}

/// <summary>What a notice prints of an entry.</summary>
/// <param name="Deed">In short.</param>
public sealed record NoticeEntryText(
    [property: Length(Domain.Notices.Printed.NameMaxLength)] string Name,
    [property: Length(Domain.Notices.Printed.DeedMaxLength)] string Deed,
    [property: Length(Domain.Notices.Printed.UnitMaxLength)] string? Unit = null)
{
    internal Domain.Notices.Printed ToPrinted() => new(Name, Unit, Deed);
}

/// <summary>The answer to the objector: the receipt tells it.</summary>
public sealed record ObjectionAnswerRequest([property: Length(Objection.AnswerMaxLength)] string Text);

/// <summary>As what, and to whom, an objection is handed on.</summary>
/// <param name="Body">Its name.</param>
/// <param name="Receipt">The number of that body's receipt.</param>
public sealed record HandingOnRequest(
    HandingKind Kind, [property: Length(HandingOn.BodyMaxLength)] string Body, [property: Length(HandingOn.ReceiptMaxLength)] string Receipt, LocalDate On);

/// <summary>An objection in a list: nothing of what is objected, and nothing of who objects.</summary>
/// <param name="EntryId">Null: to the whole list.</param>
public sealed record ObjectionLine(Guid Id, Guid NoticeId, Guid? EntryId, ObjectionState State, bool IsOpen, LocalDate ReceivedOn, LocalDate? DueOn, bool IsDuePending)
{
    internal static readonly Expression<Func<Objection, ObjectionLine>> From = o => new(o.Id, o.NoticeId, o.EntryId, o.State, o.IsOpen, o.SortDay, o.DueOn, o.IsDuePending);
}

/// <summary>An objection and what was done about it, each step signed.</summary>
/// <param name="EntryId">Null: to the whole list.</param>
/// <param name="IsNamed">Whether a real name and a contact were given.</param>
/// <param name="Text">Null to whoever is not free of the case.</param>
/// <param name="Leads">Null to whoever is not free of the case.</param>
/// <param name="IsOpen">Whether it stops the cases that it touches.</param>
/// <param name="DueOn">The last day for the answer, inclusive; null where the procedure sets none.</param>
/// <param name="IsDuePending">待定: that day lies in a year whose schedule was not loaded.</param>
/// <param name="Entered">Without an account where it came through the public form.</param>
/// <param name="Files">What came with it; null to whoever is not free of the case.</param>
/// <param name="Withdrawal">That it was taken back; without an account where the objector did it by receipt.</param>
public sealed record ObjectionResponse(
    Guid Id,
    Guid NoticeId,
    Guid? EntryId,
    NoticeChannel Channel,
    LocalDate ArrivedOn,
    LocalDate? PostedOn,
    bool IsNamed,
    bool HasLeads,
    string? Text,
    string? Leads,
    ObjectionState State,
    bool IsOpen,
    LocalDate? DueOn,
    bool IsDuePending,
    SignatureView Entered,
    SignatureView? Accepted,
    ObjectionRefusalView? Refused,
    IReadOnlyList<ObjectionFindingView> Findings,
    IReadOnlyList<ObjectionAnswerView> Answers,
    HandingOnView? HandedOn,
    SignatureView? Archived,
    [property: MostItems(Objection.MostFiles)] IReadOnlyList<ObjectionFileView>? Files,
    ObjectionWithdrawalView? Withdrawal,
    int Version)
{
    /// <param name="words">Null with <paramref name="files"/> to whoever is not free of the case.</param>
    internal static ObjectionResponse Of(Objection o, ObjectionWords? words, IReadOnlyList<ObjectionFileView>? files) => new(
        o.Id, o.NoticeId, o.EntryId, o.Arrival.Channel, o.Arrival.On, o.Arrival.PostedOn, o.IsNamed, o.HasLeads, words?.Text, words?.Leads, o.State, o.IsOpen, o.DueOn, o.IsDuePending,
        SignatureView.Of(o.Entered)!, SignatureView.Of(o.Accepted), o.Refused is { } refused ? new(refused.Ground, refused.Note, SignatureView.Of(refused.By)!) : null,
        [.. o.Findings.Select(f => new ObjectionFindingView(f.Outcome, f.EntryId, f.Reason, SignatureView.Of(f.By)!))],
        [.. o.Answers.Select(a => new ObjectionAnswerView(a.Text, a.DueOn, a.InTime, SignatureView.Of(a.By)!))],
        o.HandedOn is { } on ? new(on.Kind, on.Body, on.Receipt, on.On, SignatureView.Of(on.By)!) : null, SignatureView.Of(o.Archived), files,
        o.Withdrawal is { } back ? new(back.On, words is null ? null : back.Reason, words is null ? null : back.FileId, SignatureView.Of(back.By)!) : null, o.Version);
}

/// <summary>A file of an objection.</summary>
/// <param name="Size">Bytes as stored.</param>
/// <param name="Recorded">Without an account where it came by receipt.</param>
public sealed record ObjectionFileView(Guid Id, string Name, FileFormat Format, long Size, SignatureView Recorded)
{
    internal static readonly Expression<Func<StoredFile, ObjectionFileView>> From = f => new(f.Id, f.Name, f.Format, f.Size, SignatureView.Of(f.Recorded)!);
}

/// <summary>That the objector took it back.</summary>
public sealed record ObjectionWithdrawalView(LocalDate On, string? Reason, Guid? FileId, SignatureView By);

/// <summary>Why it was not accepted.</summary>
public sealed record ObjectionRefusalView(ObjectionRefusal Ground, string? Note, SignatureView By);

/// <summary>What was found.</summary>
/// <param name="EntryId">Null: of the whole list.</param>
public sealed record ObjectionFindingView(ObjectionOutcome Outcome, Guid? EntryId, string Reason, SignatureView By);

/// <summary>An answer to the objector.</summary>
/// <param name="InTime">Null where no last day is known.</param>
public sealed record ObjectionAnswerView(string Text, LocalDate? DueOn, bool? InTime, SignatureView By);

/// <summary>To whom it was handed on.</summary>
public sealed record HandingOnView(HandingKind Kind, string Body, string Receipt, LocalDate On, SignatureView By);

/// <summary>What the name and contact of an objector are needed for.</summary>
public sealed record ObjectorReadingRequest([property: Length(ObjectorReading.PurposeMaxLength, ObjectorReading.PurposeMinLength)] string Purpose);

/// <summary>Who objects, shown once for this purpose.</summary>
public sealed record ObjectorReadingResponse(Guid Id, string? Name, string? Contact, string Purpose, SignatureView Read);

/// <summary>That somebody saw who objects, and what for.</summary>
public sealed record ObjectorReadingView(Guid Id, string Purpose, SignatureView Read)
{
    internal static readonly Expression<Func<ObjectorReading, ObjectorReadingView>> From = r => new(r.Id, r.Purpose, SignatureView.Of(r.Read)!);
}
