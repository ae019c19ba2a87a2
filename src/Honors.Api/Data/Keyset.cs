using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Errors;
using Honors.Api.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Data;

/// <summary>One page of a list, newest day first.</summary>
/// <param name="Next">Send it back as <c>after</c> to get the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How much of a list, and from where.</summary>
/// <param name="Limit">1 to 100; 20 when absent.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record PageQuery(
    [property: Between(1, PageQuery.MostRows)] int? Limit,
    [property: Length(PageQuery.CursorMaxLength)] string? After,
    [property: FromServices] Cursors Cursors)
{
    public const int DefaultRows = 20, MostRows = 100, CursorMaxLength = 100;

    /// <summary>The first page, as long as it may be.</summary>
    internal static PageQuery Most(Cursors cursors) => new(MostRows, null, cursors);

    internal int Rows => Limit ?? DefaultRows;

    /// <exception cref="ProblemException"><c>request.unreadable</c>: <c>after</c> is no cursor, or another account's.</exception>
    internal Cursor? Start() => After is null ? null : Cursors.Open(After);
}

/// <summary>Where a page ended: the sort day and the id of its last row.</summary>
public sealed record Cursor(LocalDate Day, Guid Id);

/// <summary>Signs cursors: each is good for the account that got it, and for no other; the same place has the same cursor.</summary>
public sealed class Cursors(Caller caller, IssuerKeys keys)
{
    private const int TagLength = 16;

    internal string Close(Cursor cursor)
    {
        var place = Encoding.ASCII.GetBytes($"{LocalDatePattern.Iso.Format(cursor.Day)}_{cursor.Id:N}");
        return Base64Url.EncodeToString([.. Tag(place), .. place]);
    }

    /// <exception cref="ProblemException"><c>member.unreadable</c>: it is no cursor, or another account's.</exception>
    internal Cursor Open(string text)
    {
        if (Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { Length: > TagLength } bytes
            && CryptographicOperations.FixedTimeEquals(Tag(bytes[TagLength..]), bytes.AsSpan(0, TagLength))
            && Encoding.ASCII.GetString(bytes.AsSpan(TagLength)).Split('_') is [var day, var id])
        {
            return new Cursor(LocalDatePattern.Iso.Parse(day).Value, Guid.ParseExact(id, "N"));
        }

        throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.MemberUnreadable, member: "after");
    }

    private byte[] Tag(byte[] place) => HMACSHA256.HashData(keys.Derive("cursor"), (byte[])[.. (caller.AccountId ?? Guid.Empty).ToByteArray(), .. place])[..TagLength];
}
