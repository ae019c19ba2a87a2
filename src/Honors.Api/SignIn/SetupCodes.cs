using System.Security.Cryptography;
using System.Text;
using Honors.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.SignIn;

/// <summary>One-time codes: how a human takes an account into their own hands. A new code for an account ends the one before.</summary>
internal sealed class SetupCodes(AccountsDb db, IClock clock)
{
    /// <summary>Sixteen of Crockford's letters: 80 bits, in four groups that can be copied from paper.</summary>
    public const int Length = 16, PrintedLength = 19;

    public static readonly Duration Valid = Duration.FromDays(7);

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="account">Null: the registry is to be set up.</param>
    /// <returns>The code, printed; it cannot be read again.</returns>
    public async Task<(string Code, Instant Until)> Issue(Account? account, CancellationToken ct)
    {
        var (code, until) = (RandomNumberGenerator.GetString(Alphabet, Length), clock.GetCurrentInstant() + Valid);
        await db.SetupCodes.Where(c => c.AccountId == (account == null ? null : account.Id)).ExecuteDeleteAsync(ct);
        db.SetupCodes.Add(new SetupCode
        {
            Hash = Hash(code),
            AccountId = account?.Id,
            LoginId = Guid.TryParse(account?.Subject, out var subject) ? subject : Guid.CreateVersion7(),
            Until = until.ToDateTimeUtc(),
        });
        await db.SaveChangesAsync(ct);
        return (string.Join('-', code.Chunk(4).Select(c => new string(c))), until);
    }

    public async Task<SetupCode?> Find(string? code, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;

        var (hash, now) = (Hash(code), clock.GetCurrentInstant().ToDateTimeUtc());
        return await db.SetupCodes.AsNoTracking().SingleOrDefaultAsync(c => c.Hash == hash && c.Until > now, ct);
    }

    /// <summary>Uses the code up, inside the caller's transaction.</summary>
    /// <returns>False where another was faster.</returns>
    public async Task<bool> Use(SetupCode code, CancellationToken ct) => await db.SetupCodes.Where(c => c.Hash == code.Hash).ExecuteDeleteAsync(ct) is 1;

    /// <summary>Uses the code up and lets its account be taken over, for one alone of those who come at once.</summary>
    /// <inheritdoc cref="Use"/>
    public async Task<bool> UseFor(SetupCode code, Func<Task> takeOver, CancellationToken ct)
    {
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        if (!await Use(code, ct)) return false;

        await takeOver();
        await whole.CommitAsync(ct);
        return true;
    }

    /// <summary>As typed: with or without hyphens, in either case, with the letters that look like digits.</summary>
    private static byte[] Hash(string code)
    {
        var typed = code.ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1').Where(char.IsLetterOrDigit);
        return SHA256.HashData(Encoding.UTF8.GetBytes([.. typed]));
    }
}
