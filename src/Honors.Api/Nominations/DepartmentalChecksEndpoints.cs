using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>联审.</summary>
internal static class DepartmentalChecksEndpoints
{
    public static void MapDepartmentalChecks(this IEndpointRouteBuilder nominations)
    {
        nominations.MapPost("/{id:guid}/checks", Ask).WithName("askDepartment").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/checks/{checkId:guid}/answer", Answer).WithName("answerDepartmentalCheck").RequireRight(Right.Verify);
    }

    /// <summary>Sends a case to a department (联审); it answers by the day that the procedure sets.</summary>
    /// <remarks>
    /// Needs `verify` in the title's owner itself, and a procedure that takes this step (`case.step-not-taken`). A registered department sees the case from then
    /// on, unless it is confidential: then the owner enters its paper.
    /// </remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Ask(
        Guid id, DepartmentalCheckRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, async (opened, by) =>
        {
            await db.Organizations.MustHold(request.DepartmentId, "departmentId", ct);
            opened.Ask(Guid.CreateVersion7(), request.DepartmentId, request.Department, request.SentOn ?? by.Today, by);
            return true;
        }, ct);

    /// <summary>Enters a department's answer: no objection, objection or no record.</summary>
    /// <remarks>Needs `verify` in the title's owner itself, from the department's paper; or in the department, where it is registered.</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Answer(
        Guid id, Guid checkId, CheckAnswerRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, async (opened, by) =>
        {
            if (opened.Checks.All(c => c.Id != checkId)) return false;

            opened.Answer(checkId, request.Result, request.On, request.Note, request.FileId, by);
            await CasesEndpoints.Give(request.FileId, opened, caller, db, ct);
            return true;
        }, ct, opened => opened.Checks.FirstOrDefault(c => c.Id == checkId)?.DepartmentId);
}
