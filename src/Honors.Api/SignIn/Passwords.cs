using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Honors.Api.SignIn;

/// <summary>
/// Makes and checks password hashes, one at a time: however many sign in at once, one core is the most that it takes. Whoever asks for
/// an unknown name waits as long as one who has the password wrong.
/// </summary>
internal sealed class Passwords(IPasswordHasher<Login> hasher) : IDisposable
{
    /// <summary>Characters; the least by NIST SP 800-63B.</summary>
    public const int MinLength = 8, MaxLength = 128;

    /// <summary>More than this waiting at once would wait for longer than a browser does.</summary>
    private const int MostWaiting = 120;

    private readonly SemaphoreSlim _one = new(1);
    private readonly Lazy<string> _nobody = new(() => hasher.HashPassword(new Login(), Guid.NewGuid().ToString()));
    private int _waiting;

    public Task<string> Hash(string password, CancellationToken ct) => OneAtATime(() => hasher.HashPassword(new Login(), Canonical(password)), ct);

    /// <param name="login">Null where no login has the name: takes as long, and is never right.</param>
    public Task<bool> Check(Login? login, string password, CancellationToken ct) => OneAtATime(
        () =>
        {
            var known = login?.PasswordHash;
            var right = hasher.VerifyHashedPassword(login ?? new Login(), known ?? _nobody.Value, Canonical(password)) is not PasswordVerificationResult.Failed;
            return right && known is not null;
        },
        ct);

    /// <returns>The code of the rule that the password breaks; null where it is fit.</returns>
    public static string? Unfit(string password, string loginName)
    {
        if (password.Length > MaxLength) return SignInRules.TooLong;

        var text = Canonical(password);
        if (new System.Globalization.StringInfo(text).LengthInTextElements < MinLength) return SignInRules.TooShort;
        if (Common.Value.Contains(text.ToLowerInvariant()) || text.Distinct().Count() < 3) return SignInRules.Common;
        return text.Contains(loginName, StringComparison.OrdinalIgnoreCase) ? SignInRules.HasName : null;
    }

    public void Dispose() => _one.Dispose();

    /// <summary>The same password, whatever keyboard composed its characters.</summary>
    private static string Canonical(string password) => password.Normalize(NormalizationForm.FormKC);

    private async Task<T> OneAtATime<T>(Func<T> work, CancellationToken ct)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting) throw new TooManySignInsException(TimeSpan.FromSeconds(30));

            await _one.WaitAsync(ct);
            try
            {
                return await Task.Run(work, ct);
            }
            finally
            {
                _one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>The commonest of eight or more characters; source: README.md beside the list.</summary>
    private static readonly Lazy<HashSet<string>> Common = new(() =>
    {
        using var stream = typeof(Passwords).Assembly.GetManifestResourceStream("Honors.Api.SignIn.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    });
}

/// <summary>Too many sign-ins at once or within a minute.</summary>
internal sealed class TooManySignInsException(TimeSpan retryAfter) : Exception("Too many sign-ins.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
