using System.Linq.Expressions;
using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.VillageAssignments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.VillageAssignments;

internal static class HelpLogEndpoints
{
    public static void MapHelpLog(this IEndpointRouteBuilder assignments)
    {
        assignments.MapGet("/{id:guid}/help-log", List).WithName("listHelpLog");
        assignments.MapPost("/{id:guid}/help-log", Record).WithName("recordHelp");
        assignments.MapPost("/{id:guid}/help-log/{entryId:guid}/follow-up", FollowUp).WithName("followUpHelp");
    }

    public static readonly Expression<Func<HelpLogEntry, bool>> IsOpen = e => e.FollowUp != null && e.FollowUpResult == null;

    /// <summary>A posting's own entries, and what its person took over in that village.</summary>
    public static IQueryable<HelpLogEntry> OfPosting(this IQueryable<HelpLogEntry> log, Guid posting, Guid person, long village) =>
        log.Where(e => e.VillageAssignmentId == posting || (e.HandedOverTo == person && e.VillageCode == village));

    /// <summary>Lists the help log of a posting with what was taken over from the posting before, newest day first.</summary>
    private static async Task<Results<Ok<Page<HelpLogResponse>>, NotFound>> List(Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.VillageAssignments.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct) is { } posting
            ? TypedResults.Ok(await db.HelpLog.OfPosting(id, posting.PersonId, posting.VillageCode).ToPage(page, HelpLogResponse.From, ct))
            : TypedResults.NotFound();

    /// <summary>Records help that was given (驻村工作台账).</summary>
    /// <remarks>
    /// By the posted person, or with `record` in the recording body or in an office above it. A household is initials or a code
    /// (`help-log.household-named`, 422), and no text holds a phone or identity number
    /// (`text.personal-number`, 422). It is duty: nothing of it becomes hours.
    /// </remarks>
    private static async Task<Results<Created<HelpLogResponse>, NotFound>> Record(
        Guid id, HelpLogRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.VillageAssignments.FindAsync([id], ct) is not { } posting) return TypedResults.NotFound();

        RequirePostedOrRecorder(posting, caller);
        var entry = HelpLogEntry.Record(Guid.CreateVersion7(), posting, request.ToFacts(), caller.Actor, clock.GetCurrentInstant());

        db.Add(entry);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/village-assignments/{id}/help-log", HelpLogResponse.Of(entry));
    }

    /// <summary>States what came of a follow-up, one's own or one taken over.</summary>
    /// <remarks>By the posted person, or with `record` in the recording body or in an office above it.</remarks>
    private static async Task<Results<Ok<HelpLogResponse>, NotFound>> FollowUp(
        Guid id, Guid entryId, FollowUpRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.VillageAssignments.FindAsync([id], ct) is not { } posting) return TypedResults.NotFound();
        if (await db.HelpLog.OfPosting(id, posting.PersonId, posting.VillageCode).SingleOrDefaultAsync(e => e.Id == entryId, ct) is not { } entry) return TypedResults.NotFound();

        RequirePostedOrRecorder(posting, caller);
        entry.Close(request.Result, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(HelpLogResponse.Of(entry));
    }

    private static void RequirePostedOrRecorder(VillageAssignment posting, Caller caller)
    {
        if (caller.PersonId != posting.PersonId) caller.Require(Right.Record, posting);
    }
}
