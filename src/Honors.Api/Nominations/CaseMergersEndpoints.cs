using Honors.Api.Accounts;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Nominations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Nominations;

/// <summary>并案, 分案.</summary>
internal static class CaseMergersEndpoints
{
    public static void MapCaseMergers(this IEndpointRouteBuilder nominations)
    {
        nominations.MapPost("/{id:guid}/merger", Merge).WithName("mergeCase").RequireRight(Right.Verify);
        nominations.MapPost("/{id:guid}/separation", Part).WithName("separateCase").RequireRight(Right.Verify);
    }

    /// <summary>Joins a case into a like one (并案): the key case then stands for both.</summary>
    /// <remarks>
    /// Needs `verify` in the title's owner itself; refused to whoever nominated or is nominated in either. Both are of one title, owner and confidentiality
    /// (`case.unlike`) and not found on yet. Acts on the joined one are refused from then on, naming the key (`case.merged`). Quotas and allotments stay as they were used.
    /// </remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Merge(
        Guid id, CaseMergerRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, async (opened, by) =>
        {
            var (key, of) = await Key(request.KeyId, db, ct);
            opened.JoinTo(key, of, request.Reason, by);
            return true;
        }, ct);

    /// <summary>Parts a case from its key case again (分案), as long as that one is not found on.</summary>
    /// <remarks>Needs `verify` in the title's owner itself; refused to whoever nominated or is nominated in either.</remarks>
    private static Task<Results<Ok<CaseResponse>, NotFound>> Part(
        Guid id, CaseSeparationRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, IClock clock, CancellationToken ct) =>
        CasesEndpoints.Handle(id, ifMatch, caller, db, clock, async (opened, by) =>
        {
            var (key, of) = await Key(opened.MergedIntoId ?? throw CaseRules.NotMerged(), db, ct);
            opened.PartFrom(key, of, request.Reason, by);
            return true;
        }, ct);

    private static async Task<(Case Key, Nomination Of)> Key(Guid id, HonorsDb db, CancellationToken ct)
    {
        var nomination = await db.Nominations.Include(n => n.Case).SingleOrDefaultAsync(n => n.Id == id, ct) ?? throw References.Missing("keyId");
        return (nomination.Case ?? throw CaseRules.NotOpened(nomination.Status, "keyId"), nomination);
    }
}
