using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using Honors.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Honors.Api.Data;

/// <summary>The few shapes in which every feature keeps its parts.</summary>
internal static class Mappings
{
    /// <summary>The column by which a part knows its whole.</summary>
    public const string OwnerId = "OwnerId";

    private static readonly JsonSerializerOptions Json = StorageJson();

    /// <summary>A part that is read and written whole and never searched: one column of JSON.</summary>
    public static void KeepsAsJson<TEntity, TPart>(this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, TPart>> part)
        where TEntity : class => entity.Property(part).KeepsAsJson();

    public static void KeepsAsJson<TPart>(this PropertyBuilder<TPart> part) => part.HasConversion(
        p => JsonSerializer.Serialize(p, Json),
        text => JsonSerializer.Deserialize<TPart>(text, Json)!,
        new ValueComparer<TPart>((a, b) => Same(a, b), p => JsonSerializer.Serialize(p, Json).GetHashCode(StringComparison.Ordinal)));

    /// <summary>A list that rows from before it was kept hold as empty.</summary>
    public static void KeepsListAsJson<TPart>(this PropertyBuilder<IReadOnlyList<TPart>> list)
    {
        list.KeepsAsJson();
        list.HasDefaultValue(new List<TPart>());
    }

    /// <summary>A vague date: its text and wording to print, its bounds to search.</summary>
    public static void KeepsDate<TEntity>(this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, PartialDate>> date) where TEntity : class =>
        entity.ComplexProperty(date!, d =>
        {
            d.Property(x => x.Text).HasMaxLength(PartialDate.TextMaxLength);
            d.Property(x => x.Earliest);
            d.Property(x => x.Latest);
            d.Property(x => x.AsWritten).HasMaxLength(PartialDate.AsWrittenMaxLength);
        });

    /// <summary>Links to other things, found from either end.</summary>
    public static void KeepsLinks<TEntity>(
        this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, IEnumerable<Link>?>> links, string table) where TEntity : class =>
        entity.KeepsParts(links, table, link => link.HasIndex(l => l.Id));

    /// <summary>Parts that are searched: a table of their own, whose rows live and die with the whole.</summary>
    public static void KeepsParts<TEntity, TPart>(
        this EntityTypeBuilder<TEntity> entity,
        Expression<Func<TEntity, IEnumerable<TPart>?>> parts,
        string table,
        Action<OwnedNavigationBuilder<TEntity, TPart>> configure) where TEntity : class where TPart : class =>
        entity.OwnsMany(parts, part =>
        {
            part.ToTable(table);
            part.WithOwner().HasForeignKey(OwnerId);
            part.Property<long>("Row").ValueGeneratedOnAdd();
            part.HasKey("Row");
            configure(part);
        });

    /// <summary>What is kept as JSON is replaced, never changed in place: most comparisons meet the same object, and a save makes many.</summary>
    private static bool Same<T>(T? a, T? b) => ReferenceEquals(a, b) || JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json);

    private static JsonSerializerOptions StorageJson()
    {
        var json = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        json.Converters.Add(new JsonStringEnumConverter());
        json.Converters.Add(new StoredDate());
        return json.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    private sealed class StoredDate : JsonConverter<PartialDate>
    {
        private sealed record Stored(string? Text, string? AsWritten);

        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Stored>(ref reader, options) is { } date ? PartialDate.Parse(date.Text, date.AsWritten) : PartialDate.Unknown;

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Stored(value.Text, value.AsWritten), options);
    }
}
