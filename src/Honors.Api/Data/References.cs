using Honors.Api.Errors;
using Honors.Domain;
using Honors.Domain.Organizations;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Data;

/// <summary>What a request names must exist, and be visible to whoever names it.</summary>
internal static class References
{
    public static IQueryable<Organization> Teams(this HonorsDb db) => db.Organizations.Where(o => o.Kind == OrganizationKind.Team);

    /// <exception cref="RuleViolationException"><c>reference.not-found</c>, naming the member.</exception>
    public static async Task MustHold<T>(this IQueryable<T> set, Guid? id, string member, CancellationToken ct) where T : class, IIdentified
    {
        if (id is not null && !await set.AnyAsync(e => e.Id == id, ct)) throw Missing(member);
    }

    /// <inheritdoc cref="MustHold"/>
    /// <param name="part">The member of each item that holds the id, where the items are objects.</param>
    public static Task MustHoldAll<T>(this IQueryable<T> set, IReadOnlyList<Guid> ids, string member, CancellationToken ct, string? part = null) where T : class, IIdentified =>
        set.MustHoldAll([.. ids.Select(id => (Guid?)id)], member, ct, part);

    /// <inheritdoc cref="MustHoldAll{T}(IQueryable{T}, IReadOnlyList{Guid}, string, CancellationToken, string?)"/>
    /// <param name="ids">Null for an item that names nothing.</param>
    public static async Task MustHoldAll<T>(this IQueryable<T> set, IReadOnlyList<Guid?> ids, string member, CancellationToken ct, string? part = null) where T : class, IIdentified
    {
        var named = ids.OfType<Guid>().ToList();
        if (named is []) return;

        var found = await set.Where(e => named.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct);
        if (named.Except(found).ToList() is [var absent, ..]) throw Missing($"{member}[{ids.ToList().IndexOf(absent)}]{(part is null ? "" : "." + part)}");
    }

    /// <exception cref="RuleViolationException"><c>reference.not-found</c>: no division has this code.</exception>
    public static async Task MustHoldDivision(this HonorsDb db, long? code, string member, CancellationToken ct)
    {
        if (code is not null && !await db.Divisions.AnyAsync(d => d.Code == code, ct)) throw Missing(member);
    }

    public static RuleViolationException Missing(string member) => new(ProblemCodes.ReferenceNotFound, Refusal.Impossible, member);
}
