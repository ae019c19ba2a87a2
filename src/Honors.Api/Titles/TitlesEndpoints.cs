using System.Linq.Expressions;
using Honors.Api.Accounts;
using Honors.Api.Contract;
using Honors.Api.Data;
using Honors.Api.Http;
using Honors.Domain.Accounts;
using Honors.Domain.Titles;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Titles;

/// <summary>An honorary title.</summary>
/// <param name="OwnerId">The office or team that keeps its business.</param>
/// <param name="AuthorityId">The body that grants it, where one always does.</param>
public sealed record TitleRequest(
    [property: Length(Title.NameMaxLength)] string Name, TitleClass Class, TitleLevel Level, Guid OwnerId, Guid? AuthorityId = null)
{
    internal TitleFacts ToFacts() => new(Name, Class, Level, OwnerId, AuthorityId);
}

/// <summary>An honorary title.</summary>
public sealed record TitleResponse(Guid Id, string Name, TitleClass Class, TitleLevel Level, Guid OwnerId, Guid? AuthorityId, int Version) : IVersioned
{
    internal static readonly Expression<Func<Title, TitleResponse>> From = t => new(t.Id, t.Name, t.Class, t.Level, t.OwnerId, t.AuthorityId, t.Version);

    private static readonly Func<Title, TitleResponse> InMemory = From.Compile();

    internal static TitleResponse Of(Title title) => InMemory(title);
}

internal static class TitlesEndpoints
{
    public static void MapTitles(this IEndpointRouteBuilder api)
    {
        var titles = api.MapGroup("/titles").WithTags("Titles");

        titles.MapGet("/", List).WithName("listTitles");
        titles.MapGet("/{id:guid}", Get).WithName("getTitle");
        titles.MapPost("/", Enter).WithName("enterTitle").RequireRight(Right.Record);
        titles.MapPut("/{id:guid}", Replace).WithName("replaceTitle").RequireRight(Right.Record);
        titles.MapProcedures();
    }

    /// <summary>Lists the titles of the catalogue, newest entry first.</summary>
    /// <param name="name">Only titles whose name begins so.</param>
    /// <param name="level">Only titles of this level.</param>
    private static async Task<Ok<Page<TitleResponse>>> List(
        [AsParameters] PageQuery page, HonorsDb db, CancellationToken ct, [Length(Title.NameMaxLength)] string? name = null, Word<TitleLevel>? level = null) =>
        TypedResults.Ok(await db.Titles.WhereIs(t => t.Level, level).BeginningWith(t => t.Name, name).ToPageById(page, TitleResponse.From, ct));

    /// <summary>Shows one title.</summary>
    private static async Task<Results<Ok<TitleResponse>, NotFound>> Get(Guid id, HonorsDb db, CancellationToken ct) =>
        await db.Titles.Where(t => t.Id == id).Select(TitleResponse.From).SingleOrDefaultAsync(ct) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.NotFound();

    /// <summary>Enters a title into the catalogue.</summary>
    /// <remarks>Needs `record` in the owner or in an office above it.</remarks>
    private static async Task<Created<TitleResponse>> Enter(TitleRequest request, Caller caller, HonorsDb db, CancellationToken ct)
    {
        await CheckReferences(request, db, ct);
        var owner = await db.Organizations.SingleAsync(o => o.Id == request.OwnerId, ct);
        var title = Title.Enter(Guid.CreateVersion7(), request.ToFacts(), caller.RecordsFor(owner));

        db.Add(title);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/titles/{title.Id}", TitleResponse.Of(title));
    }

    /// <summary>Replaces what the catalogue says of a title.</summary>
    /// <remarks>Needs `record` in the body that entered it or in an office above that.</remarks>
    private static async Task<Results<Ok<TitleResponse>, NotFound>> Replace(
        Guid id, TitleRequest request, IfMatch ifMatch, Caller caller, HonorsDb db, CancellationToken ct)
    {
        if (await db.Titles.FindAsync([id], ct) is not { } title) return TypedResults.NotFound();

        caller.Require(Right.Record, title);
        ifMatch.Require(title.Version);
        await CheckReferences(request, db, ct);
        title.Replace(request.ToFacts());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(TitleResponse.Of(title));
    }

    private static async Task CheckReferences(TitleRequest request, HonorsDb db, CancellationToken ct)
    {
        await db.Organizations.MustHold(request.OwnerId, "ownerId", ct);
        await db.Organizations.MustHold(request.AuthorityId, "authorityId", ct);
    }
}
