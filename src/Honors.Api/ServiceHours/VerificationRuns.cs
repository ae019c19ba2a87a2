using System.Linq.Expressions;
using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Api.Http;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.ServiceHours;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Honors.Api.ServiceHours;

/// <summary>Which waiting records one act is to verify.</summary>
/// <param name="BodyId">The recording body.</param>
/// <param name="From">Service that began on this day or later.</param>
/// <param name="To">Inclusive.</param>
/// <param name="Provenance">Only what came to be known so.</param>
/// <param name="WithSigns">Whether records with signs are verified too, their signs kept with them; else they are left for a look at each.</param>
public sealed record VerificationRunRequest(Guid BodyId, LocalDate? From = null, LocalDate? To = null, Provenance? Provenance = null, bool WithSigns = false);

/// <summary>How far one act on many records has come.</summary>
/// <param name="Matching">How many waited when it was opened; what was logged later is not in it.</param>
/// <param name="Done">How many it verified.</param>
/// <param name="Left">How many it left as they were, by the code of the reason.</param>
/// <param name="FinishedAt">Null: another slice is to be asked for.</param>
public sealed record VerificationRunResponse(
    Guid Id,
    Guid BodyId,
    LocalDate? From,
    LocalDate? To,
    Provenance? Provenance,
    bool WithSigns,
    int Matching,
    int Done,
    IReadOnlyDictionary<string, int> Left,
    SignatureView Opened,
    Instant? FinishedAt,
    int Version) : IVersioned
{
    internal static readonly Expression<Func<VerificationRun, VerificationRunResponse>> Projection = r => new(
        r.Id, r.RecordedBy, r.From, r.To, r.Provenance, r.WithSigns, r.Matching, r.Done, r.Left, SignatureView.Of(r.Opened)!, r.FinishedAt, r.Version);

    private static readonly Func<VerificationRun, VerificationRunResponse> InMemory = Projection.Compile();

    internal static VerificationRunResponse Of(VerificationRun run) => InMemory(run);
}

/// <summary>What one slice did, and how far the whole has come.</summary>
/// <param name="Rows">What it left, with the reason; what it verified is counted alone.</param>
public sealed record SliceResponse(VerificationRunResponse Run, int Done, [property: MostItems(VerificationRun.Slice)] IReadOnlyList<RowAnswer> Rows);

/// <summary>
/// Verifying ten thousand records is one act of one person, done in slices. A job of the server would have to act in the name of somebody who may have lost
/// the right meanwhile; here each slice is a request of theirs, with rights read anew, and costs others no longer than any request.
/// </summary>
internal static class VerificationRuns
{
    public static void MapVerificationRuns(this IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/verification-runs").WithTags("Service hours");
        runs.MapPost("/", Open).WithName("openVerificationRun").RequireRight(Right.Verify);
        runs.MapGet("/{id:guid}", Get).WithName("getVerificationRun");
        runs.MapPost("/{id:guid}/slices", Go).WithName("goOnWithVerificationRun").RequireRight(Right.Verify);
    }

    /// <summary>Opens an act on all that waits for verification in a body and period.</summary>
    /// <remarks>
    /// Needs `verify` in the body or an office above it. Nothing is verified yet: `POST /verification-runs/{id}/slices` verifies the next 100 in a commit of its own, again
    /// and again until `finishedAt` is there. Each record is judged by the rules of a single verification; what may not be verified, and what has signs, is left.
    /// </remarks>
    private static async Task<Created<VerificationRunResponse>> Open(VerificationRunRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        var body = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.BodyId, ct) ?? throw References.Missing("bodyId");
        caller.RequireIn(Right.Verify, body, "bodyId");
        var run = VerificationRun.Open(
            Guid.CreateVersion7(), request.From, request.To, request.Provenance, request.WithSigns, new RecordingBody(body.Id, body.DivisionCode), caller.Actor, clock.GetCurrentInstant());
        run.Match(await db.Waiting(run).CountAsync(ct));

        db.Add(run);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/verification-runs/{run.Id}", VerificationRunResponse.Of(run));
    }

    /// <summary>Shows how far the act has come.</summary>
    private static async Task<Results<Ok<VerificationRunResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.VerificationRuns.AsNoTracking().Where(r => r.Id == id).Select(VerificationRunResponse.Projection).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Verifies the next 100 records of the act, in one commit.</summary>
    /// <remarks>
    /// By whoever opened it (`verification-run.not-yours`, 403), with the right read anew. Safe to repeat: what is verified is not met again, and once it has finished nothing
    /// more is done. It goes on where the last commit ended, whatever became of the answer.
    /// </remarks>
    private static async Task<Results<Ok<SliceResponse>, NotFound>> Go(
        Guid id, IfMatch ifMatch, Caller caller, HonorsDb db, OverlapLimits limits, IClock clock, CancellationToken ct)
    {
        if (await db.VerificationRuns.FindAsync([id], ct) is not { } run) return TypedResults.NotFound();

        caller.Require(Right.Verify, run);
        run.RefuseOther(caller.Actor);
        ifMatch.Honour(run.Version);
        if (run.FinishedAt is not null) return TypedResults.Ok(new SliceResponse(VerificationRunResponse.Of(run), 0, []));

        var records = await db.Waiting(run).OrderBy(r => r.PersonId).ThenBy(r => r.Id).Take(VerificationRun.Slice).ToListAsync(ct);
        var desk = await VerificationDesk.Open(records, caller, db, limits, ct);
        var now = clock.GetCurrentInstant();
        var left = records.ConvertAll(Refusal).OfType<RowAnswer>().ToList();
        run.Advance(records.LastOrDefault(), records.Count - left.Count, left.Select(r => r.Code!), records.Count < VerificationRun.Slice, now);

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new SliceResponse(VerificationRunResponse.Of(run), records.Count - left.Count, left));

        RowAnswer? Refusal(ServiceRecord record)
        {
            try
            {
                desk.RefuseVerifier(record);
                run.Verify(record, desk.SignsOf(record), caller.Actor, now);
                return null;
            }
            catch (RuleViolationException rule)
            {
                return new RowAnswer(record.Id, false, rule.Code, Texts.Of(rule.Code, rule.Facts), null);
            }
        }
    }

    /// <summary>By person, so that a slice reads the history of few people; beginning after the last that was looked at.</summary>
    private static IQueryable<ServiceRecord> Waiting(this HonorsDb db, VerificationRun run)
    {
        var (body, from, to, provenance, opened) = (run.RecordedBy, run.From, run.To, run.Provenance, run.Opened.At);
        var records = db.ServiceRecords.Where(r => r.RecordedBy == body && r.Status == ServiceStatus.Logged && r.LoggedAt <= opened
            && (from == null || r.SortDay >= from) && (to == null || r.SortDay <= to) && (provenance == null || r.Provenance == provenance));
        return run is { AfterOwnerId: { } person, AfterId: { } last }
            ? records.Where(r => r.PersonId.CompareTo(person) > 0 || (r.PersonId == person && r.Id.CompareTo(last) > 0))
            : records;
    }
}

internal sealed class VerificationRunMapping : IEntityTypeConfiguration<VerificationRun>
{
    public void Configure(EntityTypeBuilder<VerificationRun> run)
    {
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.Version).IsConcurrencyToken();
        run.KeepsAsJson(r => r.Opened);
        run.KeepsAsJson(r => r.Left);
        run.HasIndex(r => r.RecordedBy);
    }
}
