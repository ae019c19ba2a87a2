using System.Threading.RateLimiting;
using Honors.Api.Errors;

namespace Honors.Api.Identities;

/// <summary>How many identities one account may look up in a minute: <c>Identity:MostLookUpsPerMinute</c>.</summary>
internal sealed class IdentityLimit(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Guid> _accounts = PartitionedRateLimiter.Create<Guid, Guid>(account => RateLimitPartition.GetFixedWindowLimiter(
        account,
        _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = configuration.GetValue("Identity:MostLookUpsPerMinute", 30),
            Window = Window,
            QueueLimit = 0,
        }));

    /// <exception cref="ProblemException">429, and when to come back: the account's share of the minute is spent.</exception>
    public void Enter(Guid account)
    {
        if (!_accounts.AttemptAcquire(account).IsAcquired)
            throw new ProblemException(StatusCodes.Status429TooManyRequests, ProblemCodes.TooMany) { RetryAfter = Window };
    }

    public void Dispose() => _accounts.Dispose();
}
