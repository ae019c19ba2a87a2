using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Data;

/// <summary>
/// Where a record last changed in the order of commits, and who could ever see it: so that those, and nobody else, are told when it is gone.
/// One row per record; it moves on with each change.
/// </summary>
internal sealed class Change
{
    private readonly List<Reader> _readers = [];

    private Change() { }

    public Change(string kind, Guid recordId) => (Kind, RecordId) = (kind, recordId);

    /// <summary>The type of the record.</summary>
    public string Kind { get; private set; } = "";

    public Guid RecordId { get; private set; }

    /// <summary>From 1 on; whoever has read up to a position has missed nothing below it.</summary>
    public long Position { get; private set; }

    public bool IsErased { get; private set; }

    /// <summary>Of a person who was merged: who stands for them.</summary>
    public Guid? MergedIntoId { get; private set; }

    public IReadOnlyCollection<Reader> Readers => _readers;

    public void MoveTo(long position, bool isErased, Guid? mergedIntoId) => (Position, IsErased, MergedIntoId) = (position, isErased, mergedIntoId);

    public void Admit(IEnumerable<Reader> readers) => _readers.AddRange(readers.Distinct().Except(_readers).ToList());
}

/// <summary>A body or person that can see a record, or a division whose offices can.</summary>
internal sealed record Reader(Guid? Id, long? DivisionCode)
{
    public static Reader? Of(Guid? id) => id is null ? null : new(id, null);

    public static Reader In(long divisionCode) => new(null, divisionCode);
}

internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.HasKey(c => c.RecordId);
        change.Property(c => c.RecordId).ValueGeneratedNever();
        change.Property(c => c.Kind).HasMaxLength(32);
        change.HasIndex(c => c.Position).IsUnique();
        change.HasIndex(c => new { c.Kind, c.Position });
        change.KeepsParts(c => c.Readers, "ChangeReaders", _ => { });
    }
}
