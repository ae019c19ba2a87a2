using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Honors.Api.SignIn;

/// <summary>
/// How often one may try to sign in: so many times a minute for one name, and for one address. Nobody locks out another: an address
/// that has not failed for a name within the minute may always try that name once, and is let in if the password is right.
/// </summary>
internal sealed class SignInLimits(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _names = PerMinute(configuration.GetValue("SignIn:MostPerMinuteAndName", 10));
    private readonly PartitionedRateLimiter<string> _addresses = PerMinute(configuration.GetValue("SignIn:MostPerMinuteAndAddress", 60));
    private readonly PartitionedRateLimiter<string> _firstTries = PerMinute(1);

    /// <summary>Asks leave for one try.</summary>
    /// <returns>Whether a failure of this try is to be answered with 429 rather than 401: the name's share of the minute is spent.</returns>
    /// <exception cref="TooManySignInsException">Neither the address nor the name may try again yet.</exception>
    public bool Enter(string name, IPAddress? address)
    {
        var from = Key(address);
        if (!_addresses.AttemptAcquire(from).IsAcquired) throw new TooManySignInsException(Window);

        var key = name.ToUpperInvariant();
        var isFirstTry = _firstTries.AttemptAcquire($"{key} {from}").IsAcquired;
        if (_names.AttemptAcquire(key).IsAcquired) return false;
        return isFirstTry ? true : throw new TooManySignInsException(Window);
    }

    /// <summary>An address alone, where there is no name yet: a one-time code.</summary>
    /// <exception cref="TooManySignInsException">The address has tried too often.</exception>
    public void Enter(IPAddress? address)
    {
        if (!_addresses.AttemptAcquire(Key(address)).IsAcquired) throw new TooManySignInsException(Window);
    }

    public void Dispose()
    {
        _names.Dispose();
        _addresses.Dispose();
        _firstTries.Dispose();
    }

    /// <summary>A household of IPv6 owns a whole /64.</summary>
    internal static string Key(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.MapToIPv4().ToString(),
    };

    private static PartitionedRateLimiter<string> PerMinute(int most) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0 }));
}
