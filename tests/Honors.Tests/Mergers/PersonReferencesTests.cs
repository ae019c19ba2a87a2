using System.Collections;
using Honors.Api.Audit;
using Honors.Api.Data;
using Honors.Domain.Accounts;
using Honors.Domain.Mergers;
using Honors.Domain.People;
using Honors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Honors.Tests.Mergers;

/// <summary>The list of what a merger moves, held against the tables as they are.</summary>
public sealed class PersonReferencesTests(HonorsApp app) : IClassFixture<HonorsApp>
{
    /// <summary>What names a person and stays.</summary>
    private static readonly Dictionary<string, string> Staying = new()
    {
        [$"{nameof(HonorsDb.PersonMergers)}.{nameof(PersonMerger.OtherId)}"] = "a merger parts again whom it merged",
        [$"AuditEntries.{nameof(AuditEntry.PersonId)}"] = "who did it, as it was known then",
    };

    [Fact]
    public async Task Whatever_names_a_person_is_moved_by_a_merger_or_said_to_stay()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<HonorsDb>().Model;
        var naming = model.GetEntityTypes().SelectMany(t => t.GetFlattenedProperties().Where(NamesAPerson).Select(p => $"{t.GetTableName()}.{p.Name}"))
            .Order(StringComparer.Ordinal).ToList();

        Assert.True(naming.Count > 20, string.Join(' ', naming));
        Assert.Equal(naming, PersonReferences.Names.Concat(Staying.Keys).Order(StringComparer.Ordinal));
    }

    /// <summary>By foreign key; by name, where a part has none; and inside of what is kept as JSON, but for signatures.</summary>
    private static bool NamesAPerson(IProperty property) =>
        property.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.ClrType == typeof(Person))
        || Is(property.ClrType, property.Name)
        || (property.GetValueConverter() is not null && Holds(property.ClrType, []));

    private static bool Is(Type type, string name) =>
        type.IsAssignableFrom(typeof(Guid)) && type != typeof(object) && (name.Contains("Person", StringComparison.Ordinal) || name.EndsWith("HandedOverTo", StringComparison.Ordinal));

    private static bool Holds(Type type, HashSet<Type> seen)
    {
        var parts = type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments() : [type];
        return parts.Where(p => p.Namespace?.StartsWith("Honors.", StringComparison.Ordinal) is true && p != typeof(Signature) && seen.Add(p))
            .SelectMany(p => p.GetProperties()).Any(p => Is(p.PropertyType, p.Name) || Holds(p.PropertyType, seen));
    }
}
