using System.Globalization;
using Honors.Api.PublicApi;
using Honors.Domain.Calendar;
using Honors.Domain.Notices;
using NodaTime;

namespace Honors.Api.Notices;

/// <summary>A notice in the customary wording, in Chinese whoever reads it, ready to be printed.</summary>
/// <param name="Opening">根据…，现将…予以公示.</param>
/// <param name="Period">公示期为….</param>
/// <param name="Objections">如有异议….</param>
/// <param name="Acceptance">Line by line: 受理部门, 联系人, 联系电话 ….</param>
/// <param name="ListHeading">公示名单（按姓氏笔画排序）.</param>
/// <param name="Signature">Who gives it.</param>
/// <param name="Date">Of the publication; null in a draft.</param>
/// <param name="Whole">All of it, line by line.</param>
public sealed record NoticeText(
    string Heading,
    string Opening,
    string Period,
    string Objections,
    IReadOnlyList<string> Acceptance,
    string ListHeading,
    int Count,
    IReadOnlyList<NoticeTextEntry> Entries,
    string Signature,
    string? Date,
    string Whole)
{
    private const string Blank = "（待发布）";

    internal static NoticeText Of(Notice notice, string title, string office)
    {
        List<NoticeTextEntry> entries = [.. notice.Listed().Select((e, i) => NoticeTextEntry.Of(e, i + 1, notice))];
        var opening = OpeningOf(notice, title, entries.Count);
        var (period, objections) = (PeriodOf(notice), ObjectionsOf(notice.Acceptance));
        var acceptance = LinesOf(notice.Acceptance);
        var list = ListHeadingOf(notice);
        var date = notice.PublishedOn is { } day ? Chinese(day) : null;
        var signature = notice.Elsewhere?.Body ?? office;
        return new(
            notice.Heading, opening, period, objections, acceptance, list, entries.Count, entries, signature, date,
            string.Join('\n', [notice.Heading, "", opening, period, objections, .. acceptance, "", list, .. entries.Select(e => e.Text), "", signature, date ?? Blank]));
    }

    internal static string OpeningOf(Notice notice, string title, int count) =>
        $"根据{notice.Basis}，现将“{title}”{Words.InChinese(notice.Stage)}（共{count}名）予以公示，广泛征求意见。";

    internal static string ListHeadingOf(Notice notice) => $"公示名单（{Words.InChinese(notice.Order)}排序）";

    internal static string PeriodOf(Notice notice)
    {
        var days = notice is { FirstDay: { } first, LastDay: { } last } ? $"{Chinese(first)}至{Chinese(last)}" : null;
        return notice.Period switch
        {
            { IsPrinted: true } p => $"公示期为{days ?? $"{Chinese(p.From!.Value)}至{Chinese(p.Until!.Value)}"}，首尾两日均计入。",
            { Unit: var unit, Length: var length, Counting: var counting } =>
                $"公示期为{length}个{(unit is PeriodUnit.WorkingDays ? "工作日" : "自然日")}，{(counting is Counting.Inclusive ? "自发布之日起计算" : "自发布次日起计算，发布当日不计入")}，即{days ?? Blank}。",
        };
    }

    internal static string ObjectionsOf(Acceptance acceptance)
    {
        var channels = string.Join('、', acceptance.Channels.Select(Words.InChinese));
        var letters = !acceptance.Channels.Contains(NoticeChannel.Letter) ? "" : acceptance.LetterDay is LetterDay.Postmark ? "来信以寄出邮戳日期为准。" : "来信以收到日期为准。";
        return $"如对公示对象有异议，请在公示期内以{channels}方式向受理部门反映。反映情况应当客观真实；以个人名义反映的，请署真实姓名和联系方式；以单位名义反映的，请加盖公章。"
            + $"匿名且没有明确线索的，不予受理。{letters}";
    }

    internal static IReadOnlyList<string> LinesOf(Acceptance a)
    {
        (string Label, string? Value)[] lines =
        [
            ("受理部门", a.Department), ("联系人", a.Person), ("联系电话", a.Phone), ("通信地址", a.Address), ("电子邮箱", a.Email), ("传真", a.Fax), ("受理时间", HoursOf(a)),
        ];
        return [.. lines.Where(l => l.Value is not null).Select(l => $"{l.Label}：{l.Value}")];
    }

    internal static string Chinese(LocalDate day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private static string? HoursOf(Acceptance a)
    {
        var hours = string.Join('、', a.Hours.Select(h => $"{Time(h.From)}—{Time(h.To)}"));
        return (hours, a.HoursNote) switch
        {
            ("", null) => null,
            ("", var note) => note,
            (_, null) => $"公示期内每日{hours}",
            (_, var note) => $"{note}{hours}",
        };
    }

    private static string Time(LocalTime time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}

/// <summary>One line of the printed list.</summary>
/// <param name="Note">Where its period began anew: until when it runs.</param>
/// <param name="Text">The whole line.</param>
public sealed record NoticeTextEntry(int Number, string Name, string? Unit, string Deed, string? Note, string Text)
{
    internal static NoticeTextEntry Of(NoticeEntry entry, int number, Notice notice)
    {
        var note = NoteOf(entry, notice);
        var unit = entry.Unit is null ? "" : $"，{entry.Unit}";
        return new(number, entry.Name, entry.Unit, entry.Deed, note, $"{number}. {entry.Name}{unit}。{entry.Deed}{note}");
    }

    /// <summary>Of an entry whose period began anew.</summary>
    internal static string? NoteOf(NoticeEntry entry, Notice notice) => entry.CountedFrom > notice.PublishedOn
        ? $"（公示内容于{NoticeText.Chinese(entry.CountedFrom.Value)}变更，重新公示至{NoticeText.Chinese(entry.LastDay!.Value)}）"
        : null;
}
