using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Honors.Api.PublicApi;

/// <summary>
/// A spelling by which something may be found: the folded text from one of its characters on, so that a beginning of a term is a piece of the text. Of people
/// and deeds only while some ground shows them, and even then the ground is asked again when somebody searches.
/// </summary>
internal sealed class SearchTerm
{
    /// <summary>Of words of a text, in characters; what is longer is found by its first, and compared whole.</summary>
    public const int LongestWords = 12;

    public const int MaxLength = 40;

    private SearchTerm() { }

    public SearchTerm(FoundKind kind, Guid? recordId, long? villageCode, string term) => (Kind, RecordId, VillageCode, Term) = (kind, recordId, villageCode, term);

    public long Row { get; private set; }

    public FoundKind Kind { get; private set; }

    public string Term { get; private set; } = "";

    /// <summary>Of everything but a village.</summary>
    public Guid? RecordId { get; private set; }

    public long? VillageCode { get; private set; }
}

/// <summary>What a term leads to.</summary>
internal enum FoundKind
{
    Person,
    Body,
    Title,
    Village,

    /// <summary>By its name.</summary>
    Deed,

    /// <summary>By its text, which is shown on fewer grounds than its name.</summary>
    Story,
}

internal sealed class SearchTermMapping : IEntityTypeConfiguration<SearchTerm>
{
    public void Configure(EntityTypeBuilder<SearchTerm> term)
    {
        term.ToTable("SearchTerms");
        term.HasKey(t => t.Row);
        term.Property(t => t.Row).ValueGeneratedOnAdd();
        term.Property(t => t.Term).HasMaxLength(SearchTerm.MaxLength);
        term.HasIndex(t => new { t.Kind, t.Term, t.RecordId, t.VillageCode });
        term.HasIndex(t => t.RecordId);
        term.HasIndex(t => t.VillageCode);
    }
}
