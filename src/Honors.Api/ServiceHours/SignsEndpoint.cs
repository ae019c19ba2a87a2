using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>Something to look at twice before verifying.</summary>
/// <param name="Text">In the reader's language, with its figures.</param>
/// <param name="Count">What there is of it.</param>
/// <param name="Of">Among how many, or against what limit.</param>
/// <param name="Day">The day it is about.</param>
public sealed record SignView(SignKind Kind, string Text, int Count, int Of, LocalDate? Day)
{
    internal static List<SignView> From(IReadOnlyList<Sign> signs) => [.. signs.Select(s => new SignView(s.Kind, SignTexts.Of(s), s.Count, s.Of, s.Day))];
}

/// <summary>The signs of one record; none of them stops its verification.</summary>
public sealed record SignsResponse(IReadOnlyList<SignView> Signs);

internal static class SignTexts
{
    public const string BulkEntry = "sign.bulk-entry", ImpossibleDay = "sign.impossible-day", NoSignIn = "sign.no-sign-in", BeforeDeadline = "sign.before-deadline",
        OneRecorder = "sign.one-recorder", EqualDurations = "sign.equal-durations", EventLarger = "sign.event-larger";

    public static string Of(Sign sign) => Texts.Of(CodeOf(sign.Kind), new Dictionary<string, object?> { ["count"] = sign.Count, ["of"] = sign.Of, ["day"] = sign.Day });

    private static string CodeOf(SignKind kind) => kind switch
    {
        SignKind.BulkEntry => BulkEntry,
        SignKind.ImpossibleDay => ImpossibleDay,
        SignKind.NoSignIn => NoSignIn,
        SignKind.BeforeDeadline => BeforeDeadline,
        SignKind.OneRecorder => OneRecorder,
        SignKind.EqualDurations => EqualDurations,
        _ => EventLarger,
    };
}

internal static class SignsEndpoint
{
    private static readonly Duration Around = Duration.FromMinutes(30);

    /// <summary>Shows what whoever verifies a record should look at twice: bulk entry, impossible days, no sign-in and the like, each with its figures.</summary>
    /// <remarks>
    /// Needs `verify` in the recording body or an office above it. Looks at every body's hours and tells figures alone. Nothing of it stops the verification; what
    /// was there then is kept with it, as the record's `signs`.
    /// </remarks>
    public static async Task<Results<Ok<SignsResponse>, NotFound>> Get(Guid id, Caller caller, HonorsDb db, OverlapLimits limits, CancellationToken ct)
    {
        if (await db.ServiceRecords.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } record) return TypedResults.NotFound();

        caller.Require(Right.Verify, record);
        return TypedResults.Ok(new SignsResponse(SignView.From(await db.SignsOf(record, limits, ct))));
    }

    public static async Task<IReadOnlyList<Sign>> SignsOf(this HonorsDb db, ServiceRecord record, OverlapLimits limits, CancellationToken ct) =>
        (await db.SignsOf([record], limits, ct))[record.Id];

    /// <summary>Of many records by the same three queries as of one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Sign>>> SignsOf(
        this HonorsDb db, IReadOnlyCollection<ServiceRecord> records, OverlapLimits limits, CancellationToken ct)
    {
        if (records is { Count: 0 }) return new Dictionary<Guid, IReadOnlyList<Sign>>();

        var standing = db.ServiceRecords.Everyones().Where(r => r.Status != ServiceStatus.Rejected && r.Status != ServiceStatus.Reversed);
        var (people, bodies, organizers) = (Of(r => r.PersonId), Of(r => r.RecordedBy), Of(r => r.OrganizerId));
        var (first, last) = (records.Min(r => r.SortDay).PlusYears(-1), records.Max(r => r.SortDay).PlusDays(ServiceRecord.MostDays));
        var ofPeople = (await standing.Where(r => people.Contains(r.PersonId) && r.SortDay >= first && r.SortDay <= last).ToListAsync(ct)).ToLookup(r => r.PersonId);
        var (earliest, latest) = (records.Min(r => r.LoggedAt) - Around, records.Max(r => r.LoggedAt) + Around);
        var entered = (await standing
            .Where(r => bodies.Contains(r.RecordedBy) && r.LoggedAt >= earliest && r.LoggedAt <= latest && r.Provenance != Provenance.Attendance && r.DeploymentId == null)
            .Select(r => new { r.RecordedBy, r.LoggedAt }).ToListAsync(ct)).ToLookup(r => r.RecordedBy, r => r.LoggedAt);
        var (days, activities) = (records.Select(r => r.SortDay).Distinct().ToList(), records.Select(r => r.Activity).Distinct().ToList());
        var events = (await standing
            .Where(r => organizers.Contains(r.OrganizerId) && days.Contains(r.SortDay) && activities.Contains(r.Activity) && r.DeploymentId == null)
            .Select(r => new { Event = new { r.OrganizerId, r.SortDay, r.Activity }, r.PersonId, IsSignedIn = r.Provenance == Provenance.Attendance })
            .Distinct().ToListAsync(ct)).ToLookup(r => r.Event);
        return records.ToDictionary(r => r.Id, Seen);

        List<Guid> Of(Func<ServiceRecord, Guid> what) => [.. records.Select(what).Distinct()];

        IReadOnlyList<Sign> Seen(ServiceRecord record)
        {
            var (from, to) = (record.SortDay.PlusYears(-1), record.SortDay.PlusDays(ServiceRecord.MostDays));
            var there = events[new { record.OrganizerId, record.SortDay, record.Activity }].ToList();
            return Sign.Seen(record, new SignContext(
                [.. ofPeople[record.PersonId].Where(r => from <= r.SortDay && r.SortDay <= to)],
                entered[record.RecordedBy].Count(at => record.LoggedAt - Around <= at && at <= record.LoggedAt + Around),
                there.Select(r => r.PersonId).Distinct().Count(), there.Where(r => r.IsSignedIn).Select(r => r.PersonId).Distinct().Count(), limits.MostMinutesADay));
        }
    }
}
