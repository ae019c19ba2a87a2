using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text.Json;

namespace Honors.Api.Http;

/// <summary>A choice in a query, spelt as in JSON (<c>floodRescue</c>): the framework's own reading knows only C#'s spelling and any number.</summary>
public readonly record struct Word<T>(T Value) where T : struct, Enum
{
    [SuppressMessage("Design", "CA1000", Justification = "The framework binds a query member by this static method.")]
    public static bool TryParse(string? text, out Word<T> word)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) != text) continue;

            word = new Word<T>(value);
            return true;
        }

        word = default;
        return false;
    }
}

internal static class WordExtensions
{
    /// <summary>Only rows whose member is this; all rows where nothing is asked.</summary>
    public static IQueryable<TRow> WhereIs<TRow, T>(this IQueryable<TRow> rows, Expression<Func<TRow, T?>> member, Word<T>? word) where T : struct, Enum
    {
        if (word is not { } asked) return rows;

        var wanted = Expression.Convert(Expression.Property(Expression.Constant(asked), nameof(Word<T>.Value)), typeof(T?));
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(Expression.Equal(member.Body, wanted), member.Parameters));
    }
}
