using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Honors.Api.Contract;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Data;

/// <summary>One page of a list, newest day first.</summary>
/// <param name="Next">Send it back as <c>after</c> to get the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How much of a list, and from where.</summary>
/// <param name="Limit">1 to 100; 20 when absent.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record PageQuery([property: Between(1, PageQuery.MostRows)] int? Limit, Cursor? After)
{
    public const int DefaultRows = 20, MostRows = 100;

    /// <summary>The first page, as long as it may be.</summary>
    internal static PageQuery Most { get; } = new(MostRows, null);

    internal int Rows => Limit ?? DefaultRows;
}

/// <summary>Where a page ended: the sort day and the id of its last row. Opaque to clients.</summary>
public sealed record Cursor(LocalDate Day, Guid Id)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{LocalDatePattern.Iso.Format(Day)}_{Id:N}"));

    public static bool TryParse(string? text, [NotNullWhen(true)] out Cursor? cursor)
    {
        cursor = null;
        if (text is null || text.Length > 100 || !Base64Url.IsValid(text)) return false;
        if (Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('_') is not [var day, var id]) return false;
        if (!LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var date) || !Guid.TryParseExact(id, "N", out var guid)) return false;

        cursor = new Cursor(date, guid);
        return true;
    }
}
