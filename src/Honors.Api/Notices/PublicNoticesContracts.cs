using Honors.Api.PublicApi;
using Honors.Domain.Notices;
using NodaTime;

namespace Honors.Api.Notices;

/// <summary>A public notice in a list.</summary>
/// <param name="Office">Who gives it.</param>
/// <param name="LastDay">The last day of any entry, inclusive.</param>
/// <param name="DaysLeft">Days on which an objection is in time, today included; 0 once it is over.</param>
/// <param name="Count">How many stand on it.</param>
public sealed record PublicNoticeLine(
    Guid Id, string Heading, string Title, string Office, NoticeStage Stage, string StageText, NoticeState State, string StateText,
    LocalDate FirstDay, LocalDate LastDay, int DaysLeft, int Count);

/// <summary>A public notice. Once it is over it keeps its title, its period and its count, and names only those who were honoured since and whom a ground lets the public see.</summary>
/// <param name="LastDay">Of the list, inclusive.</param>
/// <param name="DaysLeft">Days on which an objection is in time, today included; 0 once it is over.</param>
/// <param name="OpeningText">根据…，现将…予以公示, as it is printed, in Chinese.</param>
/// <param name="PeriodText">As it is printed, in Chinese.</param>
/// <param name="ListText">公示名单（按姓氏笔画排序）, as it is printed, in Chinese.</param>
/// <param name="OrderText">How the names are listed.</param>
/// <param name="Count">How many stood on it when it ended, or stand on it.</param>
/// <param name="Entries">In the order of the list.</param>
/// <param name="Objections">Null once it is over.</param>
public sealed record PublicNotice(
    Guid Id,
    string Heading,
    string Title,
    string Office,
    string Basis,
    NoticeStage Stage,
    string StageText,
    NoticeState State,
    string StateText,
    LocalDate PublishedOn,
    LocalDate FirstDay,
    LocalDate LastDay,
    int DaysLeft,
    string OpeningText,
    string PeriodText,
    string ListText,
    string OrderText,
    int Count,
    IReadOnlyList<PublicNoticeEntry> Entries,
    PublicObjectionGuide? Objections);

/// <summary>One line of the list.</summary>
/// <param name="Id">To object to this entry; null once it is over.</param>
/// <param name="Unit">Null too once it is over.</param>
/// <param name="Deed">Null once it is over.</param>
/// <param name="LastDay">Of this entry: later than the list's where it was changed meanwhile.</param>
/// <param name="NoteText">Of an entry whose period began anew: since when, and until when it runs; as it is printed, in Chinese.</param>
public sealed record PublicNoticeEntry(Guid? Id, string Name, string? Unit, string? Deed, LocalDate LastDay, string? NoteText);

/// <summary>How to object.</summary>
/// <param name="Text">As it is printed, in Chinese.</param>
/// <param name="Lines">受理部门, 联系人, 联系电话 …, as they are printed.</param>
/// <param name="Channels">How an objection may be sent.</param>
/// <param name="GraceUntil">The last day on which a letter that was posted in time may still come in.</param>
public sealed record PublicObjectionGuide(string Text, IReadOnlyList<string> Lines, IReadOnlyList<PublicChannel> Channels, LetterDay LetterDay, LocalDate GraceUntil)
{
    internal static PublicObjectionGuide Of(Notice notice) => new(
        NoticeText.ObjectionsOf(notice.Acceptance), NoticeText.LinesOf(notice.Acceptance),
        [.. notice.Acceptance.Channels.Select(c => new PublicChannel(c, Words.Of(c)))], notice.Acceptance.LetterDay, notice.OpenUntil!.Value.PlusDays(notice.Acceptance.GraceDays));
}

/// <summary>One way to send an objection.</summary>
public sealed record PublicChannel(NoticeChannel Channel, string Text);
