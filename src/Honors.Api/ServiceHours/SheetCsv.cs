using System.Globalization;
using System.Text;
using Honors.Api.PublicApi;
using NodaTime.Text;

namespace Honors.Api.ServiceHours;

/// <summary>A sheet as Excel opens it: UTF-8 with its mark, Chinese headings, one record a row, no cell that Excel would run.</summary>
internal static class SheetCsv
{
    public const string MediaType = "text/csv";

    private const string Mark = "\ufeff", Line = "\r\n";

    private static readonly string[] Headings = ["姓名", "服务日期", "活动名称", "服务类别", "记录单位", "分钟数", "审核状态", "单位核实", "理由", "计入分钟", "核实分钟"];

    public static byte[] Of(ServiceSheet sheet)
    {
        var text = new StringBuilder(Mark).AppendJoin(',', Headings).Append(Line);
        foreach (var (person, line) in sheet.People.SelectMany(p => p.Lines, (p, l) => (p, l)))
        {
            var figures = SheetFigures.Of([line]);
            string[] cells =
            [
                person.Name, LocalDatePattern.Iso.Format(line.ServedOn), line.Activity, Words.InChinese(line.Category), line.RecordedBy,
                Number(line.Minutes), Words.InChinese(line.Status), line.Confirmation is { } word ? Words.InChinese(word) : "未核实",
                line.Reason is { } reason ? Words.InChinese(reason) : "", Number(figures.Verified), Number(figures.Confirmed),
            ];
            text.AppendJoin(',', cells.Select(Cell)).Append(Line);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>An apostrophe keeps Excel from taking for a formula what somebody wrote; quotes keep commas and line ends inside the cell.</summary>
    public static string Cell(string text)
    {
        var safe = text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
    }

    private static string Number(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}
