namespace Honors.Api.SignIn;

/// <summary>Who says who somebody is: this program (<c>Auth:Issuer</c>), or another issuer (<c>Auth:Authority</c>).</summary>
/// <param name="Value">The <c>iss</c> of tokens and accounts: one value, whatever the Host header says.</param>
/// <param name="IsOurs">Whether logins, passwords and clients are kept here.</param>
/// <param name="SubjectClaim">The claim that holds an account's subject: <c>Auth:SubjectClaim</c>.</param>
/// <param name="OwnAddress">Where people reach this program, with a slash at the end: <c>Auth:Issuer</c>.</param>
internal sealed record Issuer(string Value, bool IsOurs, string SubjectClaim, Uri OwnAddress)
{
    public static Issuer From(IConfiguration configuration)
    {
        var own = configuration["Auth:Issuer"] ?? throw new InvalidOperationException("Auth:Issuer is not configured.");
        return configuration["Auth:Authority"] is { Length: > 0 } authority
            ? new(authority, false, configuration["Auth:SubjectClaim"] ?? "sub", new Uri(own))
            : new(own, true, "sub", new Uri(own));
    }

    public Uri Address(string path) => new(OwnAddress, path);
}
