using Honors.Api.Data;
using Honors.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.Files;

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Name).HasMaxLength(FileName.MaxLength);
        file.Property(f => f.Hash).HasMaxLength(StoredFile.HashLength);
        file.Property(f => f.SentHash).HasMaxLength(StoredFile.HashLength);
        file.Property(f => f.Version).IsConcurrencyToken();
        file.KeepsAsJson(f => f.Recorded);
        file.HasIndex(f => f.Hash); // the sweep asks which contents are needed
        file.HasIndex(f => new { f.OwnerId, f.Id });
        file.HasIndex(f => new { f.RecordedBy, f.Id });
    }
}
