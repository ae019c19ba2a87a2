using System.Linq.Expressions;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Honors.Api.Data;

internal static class Listing
{
    /// <summary>Newest day first; within a day, and where a day is unknown, newest record first. One row more than asked says whether there is a next page.</summary>
    public static async Task<Page<TResponse>> ToPage<TRow, TResponse>(
        this IQueryable<TRow> rows, PageQuery page, Expression<Func<TRow, TResponse>> response, CancellationToken ct)
        where TRow : class, IDated
    {
        if (page.Start() is { } after)
            rows = rows.Where(r => r.SortDay < after.Day || (r.SortDay == after.Day && r.Id.CompareTo(after.Id) < 0));

        var found = await rows.AsNoTracking().OrderByDescending(r => r.SortDay).ThenByDescending(r => r.Id).Take(page.Rows + 1)
            .Select(Pair<TRow, TResponse, Cursor>(r => new Cursor(r.SortDay, r.Id), response)).ToListAsync(ct);
        return Cut(found, page);
    }

    /// <summary>Oldest day first: what has waited longest.</summary>
    public static async Task<Page<TResponse>> ToPageOldestFirst<TRow, TResponse>(
        this IQueryable<TRow> rows, PageQuery page, Expression<Func<TRow, TResponse>> response, CancellationToken ct)
        where TRow : class, IDated
    {
        if (page.Start() is { } after)
            rows = rows.Where(r => r.SortDay > after.Day || (r.SortDay == after.Day && r.Id.CompareTo(after.Id) > 0));

        var found = await rows.AsNoTracking().OrderBy(r => r.SortDay).ThenBy(r => r.Id).Take(page.Rows + 1)
            .Select(Pair<TRow, TResponse, Cursor>(r => new Cursor(r.SortDay, r.Id), response)).ToListAsync(ct);
        return Cut(found, page);
    }

    /// <summary>Newest record first, for things without a day.</summary>
    public static async Task<Page<TResponse>> ToPageById<TRow, TResponse>(
        this IQueryable<TRow> rows, PageQuery page, Expression<Func<TRow, TResponse>> response, CancellationToken ct)
        where TRow : class, IIdentified
    {
        if (page.Start() is { } after) rows = rows.Where(r => r.Id.CompareTo(after.Id) < 0);

        var found = await rows.AsNoTracking().OrderByDescending(r => r.Id).Take(page.Rows + 1)
            .Select(Pair<TRow, TResponse, Cursor>(r => new Cursor(LocalDate.MinIsoValue, r.Id), response)).ToListAsync(ct);
        return Cut(found, page);
    }

    private static Page<TResponse> Cut<TResponse>(List<Row<TResponse, Cursor>> found, PageQuery page) => found.Count <= page.Rows
        ? new([.. found.Select(r => r.Response)], null)
        : new([.. found.Take(page.Rows).Select(r => r.Response)], page.Cursors.Close(found[page.Rows - 1].Cursor));

    public static Expression<Func<TRow, Row<TResponse, Guid>>> WithId<TRow, TResponse>(Expression<Func<TRow, TResponse>> response) where TRow : class, IIdentified =>
        Pair<TRow, TResponse, Guid>(r => r.Id, response);

    public sealed record Row<TResponse, TCursor>(TCursor Cursor, TResponse Response);

    private static Expression<Func<TRow, Row<TResponse, TCursor>>> Pair<TRow, TResponse, TCursor>(
        Expression<Func<TRow, TCursor>> cursor, Expression<Func<TRow, TResponse>> response)
    {
        var row = response.Parameters[0];
        var constructor = typeof(Row<TResponse, TCursor>).GetConstructors()[0];
        var body = Expression.New(constructor, new ReplaceParameter(cursor.Parameters[0], row).Visit(cursor.Body), response.Body);
        return Expression.Lambda<Func<TRow, Row<TResponse, TCursor>>>(body, row);
    }
}

/// <summary>Lets one expression speak of another's parameter, so that two can be joined into one.</summary>
internal sealed class ReplaceParameter(ParameterExpression from, Expression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
}

internal static class Search
{
    /// <summary>Rows whose text begins so, by the index of that column: a range, since LIKE uses no index here.</summary>
    public static IQueryable<TRow> BeginningWith<TRow>(this IQueryable<TRow> rows, Expression<Func<TRow, string>> text, string? beginning)
    {
        if (beginning is null) return rows;

        Expression<Func<string, bool>> within = t => string.Compare(t, beginning) >= 0 && string.Compare(t, beginning + "\U0010FFFF") < 0;
        var body = new ReplaceParameter(within.Parameters[0], text.Body).Visit(within.Body);
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(body, text.Parameters));
    }
}
