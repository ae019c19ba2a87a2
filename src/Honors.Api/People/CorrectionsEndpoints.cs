using Honors.Api.Accounts;
using Honors.Api.Calendar;
using Honors.Api.Data;
using Honors.Api.Errors;
using Honors.Domain;
using Honors.Domain.Accounts;
using Honors.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.People;

internal static class CorrectionsEndpoints
{
    public static void MapCorrections(this IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/corrections", List).WithName("listCorrections");
        people.MapPost("/{id:guid}/corrections", Ask).WithName("askForCorrection");
        people.MapPost("/{id:guid}/corrections/{correctionId:guid}/answer", Answer).WithName("answerCorrection").RequireRight(Right.Record);
    }

    /// <summary>Lists what the person, a guardian or near kin asked to have put right, and the answers.</summary>
    private static async Task<Results<Ok<Page<CorrectionResponse>>, NotFound>> List(
        Guid id, [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct) =>
        await db.People.AnyAsync(p => p.Id == id, ct)
            ? TypedResults.Ok(await db.Corrections.Where(c => c.PersonId == id).ToPageById(page, CorrectionResponse.From, ct))
            : TypedResults.NotFound();

    /// <summary>Asks to have a record put right, or what is missing entered.</summary>
    /// <remarks>
    /// By the person, or by a guardian with an account; what somebody asked by letter or at the desk is entered with `record` in the body that recorded
    /// the person or in an office above it. It goes to the body that made the record, and where none is named to the one that recorded the person.
    /// Nothing changes by it alone. The answer is due ten working days after the receipt. A phone or identity number in the text is refused
    /// (`text.personal-number`, 422).
    /// </remarks>
    private static async Task<Results<Created<CorrectionResponse>, NotFound>> Ask(
        Guid id, CorrectionRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.People.FindAsync([id], ct) is not { } person) return TypedResults.NotFound();

        var speaks = caller.PersonId == id ? Speaker.Person : Speaker.Guardian;
        if (!caller.Owns(id) || request.AskedBy != speaks) caller.Require(Right.Record, person);
        var correction = Correction.Ask(
            Guid.CreateVersion7(), id, request.RecordId, request.AskedBy, request.Wrong,
            await db.WorkingCalendar(ct),
            request.RecordId is { } record ? await MadeBy(record, id, db, ct) : new RecordingBody(person.RecordedBy, person.RecordedIn),
            caller.Actor, clock.GetCurrentInstant());

        db.Add(correction);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/people/{id}/corrections", CorrectionResponse.Of(correction));
    }

    /// <summary>Answers a request: what was found, and whether the record is put right.</summary>
    /// <remarks>Needs `record` in the body that made the record or in an office above it. Refused to whoever asked or entered it, and to programs.</remarks>
    private static async Task<Results<Ok<CorrectionResponse>, NotFound>> Answer(
        Guid id, Guid correctionId, CorrectionAnswerRequest request, Caller caller, HonorsDb db, IClock clock, CancellationToken ct)
    {
        if (await db.Corrections.SingleOrDefaultAsync(c => c.Id == correctionId && c.PersonId == id, ct) is not { } correction) return TypedResults.NotFound();

        caller.Require(Right.Record, correction);
        correction.Settle(request.Accepted, request.Reason, caller.Actor, clock.GetCurrentInstant());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(CorrectionResponse.Of(correction));
    }

    /// <exception cref="RuleViolationException"><c>reference.not-found</c>: no such record of the person that the caller may see.</exception>
    private static async Task<RecordingBody> MadeBy(Guid record, Guid person, HonorsDb db, CancellationToken ct) =>
        await db.ServiceRecords.Where(r => r.Id == record && r.PersonId == person).Select(r => new Made { By = r.RecordedBy, In = r.RecordedIn })
            .Concat(db.Awards.Where(a => a.Id == record && a.PersonId == person).Select(a => new Made { By = a.RecordedBy, In = a.RecordedIn }))
            .Concat(db.Deeds.Where(d => d.Id == record && d.Actors.Any(a => a.PersonId == person)).Select(d => new Made { By = d.RecordedBy, In = d.RecordedIn }))
            .Concat(db.Deployments.Where(d => d.Id == record && d.Roster.Any(l => l.PersonId == person)).Select(d => new Made { By = d.RecordedBy, In = d.RecordedIn }))
            .Concat(db.VillageAssignments.Where(v => v.Id == record && v.PersonId == person).Select(v => new Made { By = v.RecordedBy, In = v.RecordedIn }))
            .Concat(db.PriorTotals.Where(t => t.Id == record && t.PersonId == person).Select(t => new Made { By = t.RecordedBy, In = t.RecordedIn }))
            .Concat(db.Memberships.Where(m => m.Id == record && m.PersonId == person).Select(m => new Made { By = m.RecordedBy, In = m.RecordedIn }))
            .Concat(db.Employments.Where(e => e.Id == record && e.PersonId == person).Select(e => new Made { By = e.RecordedBy, In = e.RecordedIn }))
            .SingleOrDefaultAsync(ct) is { } made
            ? new RecordingBody(made.By, made.In)
            : throw new RuleViolationException(ProblemCodes.ReferenceNotFound, Refusal.Impossible, "recordId");

    private sealed class Made
    {
        public Guid By { get; init; }

        public long In { get; init; }
    }
}
