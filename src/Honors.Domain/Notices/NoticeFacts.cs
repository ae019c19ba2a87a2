using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Notices;

/// <summary>The part of a draft notice that its body may rewrite.</summary>
/// <param name="Heading">As it is printed: 关于2026年度沁源县道德模范拟表彰对象的公示.</param>
/// <param name="Basis">By what it is given: 根据《…》.</param>
/// <param name="Elsewhere">Null: it is given here.</param>
public sealed record NoticeFacts(
    string Heading, string Basis, NoticeStage Stage, NoticeOrder Order, NoticePeriod Period, Acceptance Acceptance, HeldElsewhere? Elsewhere)
{
    internal void Check(LocalDate today)
    {
        PersonalNumbers.Refuse(Heading, "heading");
        PersonalNumbers.Refuse(Basis, "basis");
        Period.Check();
        Acceptance.Check();
        if (Elsewhere is null) return;

        if (!Period.IsPrinted) throw NoticeRules.ElsewhereByRange();
        if (Period.From > today) throw NoticeRules.ElsewhereInFuture();
    }
}

/// <summary>Who takes objections, and how.</summary>
/// <param name="Hours">Each day within the period; a text such as 工作日 stands in <paramref name="HoursNote"/>.</param>
/// <param name="GraceDays">Days after the end on which a letter that was posted in time may still come in.</param>
public sealed record Acceptance(
    string Department,
    string Person,
    string? Phone,
    string? Address,
    string? Email,
    string? Fax,
    IReadOnlyList<HourRange> Hours,
    string? HoursNote,
    IReadOnlyList<NoticeChannel> Channels,
    LetterDay LetterDay,
    int GraceDays)
{
    public const int NameMaxLength = 100, NumberMaxLength = 50, AddressMaxLength = 200, NoteMaxLength = 100, MostHours = 4, MostGraceDays = 30;

    internal void Check()
    {
        if (Channels is []) throw NoticeRules.NoChannel();
        if (Channels.Where(c => ContactOf(c) is null).ToList() is [_, ..] mute) throw NoticeRules.ChannelWithoutContact(mute);
        if (GraceDays > 0 && (LetterDay is LetterDay.Arrival || !Channels.Contains(NoticeChannel.Letter))) throw NoticeRules.GraceWithoutPostmark();
        if (Hours.Any(h => h.To <= h.From) || Hours.Zip(Hours.Skip(1)).Any(p => p.Second.From < p.First.To)) throw NoticeRules.HoursOutOfOrder();
    }

    private string? ContactOf(NoticeChannel channel) => channel switch
    {
        NoticeChannel.Letter or NoticeChannel.Visit => Address,
        NoticeChannel.Phone => Phone,
        NoticeChannel.Email => Email,
        NoticeChannel.Fax => Fax,
        _ => "",
    };
}

/// <param name="To">Exclusive.</param>
public sealed record HourRange(LocalTime From, LocalTime To);

/// <summary>A notice that another gave, on its own board or page: entered with what proves it.</summary>
/// <param name="Place">Where it hung.</param>
/// <param name="FileId">A picture or a scan.</param>
public sealed record HeldElsewhere(string Body, string Place, Guid FileId)
{
    public const int BodyMaxLength = 100, PlaceMaxLength = 200;
}
