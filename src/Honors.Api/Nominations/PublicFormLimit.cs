using System.Net;
using System.Threading.RateLimiting;
using Honors.Api.Errors;
using Honors.Api.SignIn;

namespace Honors.Api.Nominations;

/// <summary>
/// How often a citizen's form is taken from one address, for one title, one notice and one office, how many files an address sends, and how often it asks by receipt: section <c>PublicForm</c>.
/// </summary>
internal sealed class PublicFormLimit(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _forms = Within(Hour, configuration.GetValue("PublicForm:MostPerHourAndAddress", 10));
    private readonly PartitionedRateLimiter<string> _titles = Within(Hour, configuration.GetValue("PublicForm:MostPerHourAndTitle", 200));
    private readonly PartitionedRateLimiter<string> _notices = Within(Hour, configuration.GetValue("PublicForm:MostPerHourAndNotice", 200));
    private readonly PartitionedRateLimiter<string> _offices = Within(Hour, configuration.GetValue("PublicForm:MostPerHourAndOffice", 200));
    private readonly PartitionedRateLimiter<string> _files = Within(Hour, configuration.GetValue("PublicForm:MostFilesPerHourAndAddress", 20));
    private readonly PartitionedRateLimiter<string> _lookUps = Within(Minute, configuration.GetValue("PublicForm:MostLookUpsPerMinuteAndAddress", 20));

    /// <exception cref="ProblemException">429, with the time to wait.</exception>
    public void EnterForm(IPAddress? address) => Enter(_forms, SignInLimits.Key(address), Hour);

    /// <inheritdoc cref="EnterForm"/>
    public void EnterTitle(Guid title) => Enter(_titles, title.ToString(), Hour);

    /// <inheritdoc cref="EnterForm"/>
    public void EnterNotice(Guid notice) => Enter(_notices, notice.ToString(), Hour);

    /// <inheritdoc cref="EnterForm"/>
    public void EnterOffice(Guid office) => Enter(_offices, office.ToString(), Hour);

    /// <inheritdoc cref="EnterForm"/>
    public void EnterFile(IPAddress? address) => Enter(_files, SignInLimits.Key(address), Hour);

    /// <inheritdoc cref="EnterForm"/>
    public void EnterLookUp(IPAddress? address) => Enter(_lookUps, SignInLimits.Key(address), Minute);

    public void Dispose()
    {
        _forms.Dispose();
        _titles.Dispose();
        _notices.Dispose();
        _offices.Dispose();
        _files.Dispose();
        _lookUps.Dispose();
    }

    private static void Enter(PartitionedRateLimiter<string> limiter, string key, TimeSpan window)
    {
        if (!limiter.AttemptAcquire(key).IsAcquired) throw new ProblemException(StatusCodes.Status429TooManyRequests, ProblemCodes.TooMany) { RetryAfter = window };
    }

    private static PartitionedRateLimiter<string> Within(TimeSpan window, int most) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window, QueueLimit = 0 }));
}
