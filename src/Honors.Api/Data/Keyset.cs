using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Errors;
using Honors.Api.SignIn;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Data;

/// <summary>One page of a list, newest day first.</summary>
/// <param name="Next">Send it back as <c>after</c> to get the next page; null on the last. After <c>changedSince</c>: as that, and never null.</param>
/// <param name="Tombstones">After <c>changedSince</c> alone: what is in the list no more.</param>
public sealed record Page<T>(
    IReadOnlyList<T> Items, string? Next, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Tombstone>? Tombstones = null);

/// <summary>How much of a list, and from where.</summary>
/// <param name="Limit">1 to 100; 20 when absent.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
public sealed record PageQuery(
    [property: Between(1, PageQuery.MostRows)] int? Limit,
    [property: Length(PageQuery.CursorMaxLength)] string? After,
    [property: FromServices] Cursors Cursors)
{
    public const int DefaultRows = 20, MostRows = 100, CursorMaxLength = 120;

    /// <summary>The first page, as long as it may be.</summary>
    internal static PageQuery Most(Cursors cursors) => new(MostRows, null, cursors);

    internal int Rows => Limit ?? DefaultRows;

    /// <exception cref="ProblemException"><c>request.unreadable</c>: <c>after</c> is no cursor, or another account's.</exception>
    internal Cursor? Start() => After is null ? null : Cursors.Open(After);
}

/// <summary>Where a page ended: the sort day and the id of its last row.</summary>
public sealed record Cursor(LocalDate Day, Guid Id);

/// <summary>Seals cursors: each is good for the account that got it, and for no other; the same place has the same cursor.</summary>
public sealed class Cursors(Seal seal)
{
    internal string Close(Cursor cursor) => seal.Close($"{LocalDatePattern.Iso.Format(cursor.Day)}_{cursor.Id:N}");

    /// <param name="kind">In which of a list's parts it is.</param>
    internal string Close(Cursor cursor, string kind) => seal.Close($"{LocalDatePattern.Iso.Format(cursor.Day)}_{cursor.Id:N}_{kind}");

    /// <inheritdoc cref="Open"/>
    internal (Cursor Cursor, string Kind) OpenWithKind(string text) => seal.Open(text)?.Split('_') is [var day, var id, var kind] && LocalDatePattern.Iso.Parse(day) is { Success: true } parsed
        ? (new Cursor(parsed.Value, Guid.ParseExact(id, "N")), kind)
        : throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.MemberUnreadable, member: "after");

    /// <exception cref="ProblemException"><c>member.unreadable</c>: it is no cursor, or another account's.</exception>
    internal Cursor Open(string text) => seal.Open(text)?.Split('_') is [var day, var id] && LocalDatePattern.Iso.Parse(day) is { Success: true } parsed
        ? new Cursor(parsed.Value, Guid.ParseExact(id, "N"))
        : throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.MemberUnreadable, member: "after");
}

/// <summary>Seals positions in the order of commits, for the account that got them and for what it could see then.</summary>
public sealed class Positions(HonorsDb db, Caller caller, Seal seal)
{
    internal HonorsDb Db => db;

    private const string Start = "0";

    internal string Close(long position) => seal.Close($"p_{position.ToString(CultureInfo.InvariantCulture)}_{Reach()}");

    /// <exception cref="ProblemException"><c>member.unreadable</c>: it is no position, or another account's; <c>changes.rights-changed</c>: the caller
    /// sees more or less than then, and what changed since would not tell the difference.</exception>
    internal long Open(string text)
    {
        if (text is Start) return 0;
        if (seal.Open(text)?.Split('_') is not ["p", var position, var reach])
            throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.MemberUnreadable, member: "changedSince");
        if (reach != Reach()) throw new ProblemException(StatusCodes.Status409Conflict, ProblemCodes.RightsChanged, member: "changedSince");

        return long.Parse(position, CultureInfo.InvariantCulture);
    }

    private string Reach() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        $"{string.Join(' ', caller.Own.Order())} {string.Join(' ', caller.Bodies.Order())} {string.Join(' ', caller.Areas.Order())}")).AsSpan(0, 8));
}

/// <summary>Binds a text to the account that gets it, and hides it: where a page ended would tell the day of an honour whose recipient is not public.</summary>
public sealed class Seal(Caller caller, IssuerKeys keys)
{
    private const int NonceLength = 12, TagLength = 16;

    /// <summary>The same text gives the same again: its nonce is made from it.</summary>
    internal string Close(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var closed = new byte[NonceLength + TagLength + bytes.Length];
        HMACSHA256.HashData(keys.Derive("cursor nonce"), (byte[])[.. Account, .. bytes]).AsSpan(0, NonceLength).CopyTo(closed);
        using var cipher = new AesGcm(Key, TagLength);
        cipher.Encrypt(closed.AsSpan(0, NonceLength), bytes, closed.AsSpan(NonceLength + TagLength), closed.AsSpan(NonceLength, TagLength), Account);
        return Base64Url.EncodeToString(closed);
    }

    /// <returns>Null where it was not sealed here for this account.</returns>
    internal string? Open(string text)
    {
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > NonceLength + TagLength } closed) return null;

        var bytes = new byte[closed.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(Key, TagLength);
        try
        {
            cipher.Decrypt(closed.AsSpan(0, NonceLength), closed.AsSpan(NonceLength + TagLength), closed.AsSpan(NonceLength, TagLength), bytes, Account);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.ASCII.GetString(bytes);
    }

    private byte[] Key => keys.Derive("cursor")[..32];

    private byte[] Account => (caller.AccountId ?? Guid.Empty).ToByteArray();
}
