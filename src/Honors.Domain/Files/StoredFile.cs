using Honors.Domain.Accounts;
using Honors.Domain.Values;
using NodaTime;

namespace Honors.Domain.Files;

/// <summary>
/// One record of a file (文件): who put it in, what it is and to which record it belongs. The content lies elsewhere, by its hash, once
/// for all records of it; a record never tells of another one of the same content.
/// </summary>
public sealed class StoredFile : IRecorded, IIdentified
{
    public const int HashLength = 64;

    private StoredFile() { }

    public Guid Id { get; private set; }

    /// <summary>To show and to download under; no part of any path.</summary>
    public string Name { get; private set; } = "";

    public FileKind Kind { get; private set; }

    public FileFormat Format { get; private set; }

    /// <summary>Bytes of the stored content.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the stored content, lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>SHA-256 of what was sent, lower-case hex: a picture is stored without its metadata, so the two differ.</summary>
    public string SentHash { get; private set; } = "";

    /// <summary>Pixels of a picture as it stands upright; null for all else.</summary>
    public int? Width { get; private set; }

    /// <inheritdoc cref="Width"/>
    public int? Height { get; private set; }

    /// <summary>Whether each read of the content leaves an audit entry.</summary>
    public bool IsSensitive { get; private set; }

    /// <summary>The record it belongs to; null while it is a draft of its recorder.</summary>
    public FileOwner? OwnerType { get; private set; }

    /// <inheritdoc cref="OwnerType"/>
    public Guid? OwnerId { get; private set; }

    public Signature Recorded { get; private set; } = null!;

    /// <summary>Whose draft it is, as an account; kept beside <see cref="Recorded"/> to be searched.</summary>
    public Guid RecordedBy { get; private set; }

    public long RecordedIn { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleViolationException"><c>file.not-a-picture</c>.</exception>
    public static StoredFile Record(Guid id, FileFacts facts, RecordingBody by, Actor actor, Instant now)
    {
        if (facts.Kind is FileKind.Picture && facts.Content.Format is not (FileFormat.Jpeg or FileFormat.Png or FileFormat.Webp)) throw FileRules.NotAPicture();

        var content = facts.Content;
        return new StoredFile
        {
            Id = id,
            Name = FileName.Of(facts.Name, content.Format),
            Kind = facts.Kind,
            Format = content.Format,
            Size = content.Size,
            Hash = content.Hash,
            SentHash = content.SentHash,
            Width = content.Width,
            Height = content.Height,
            IsSensitive = facts.IsSensitive,
            Recorded = Signature.Of(actor, now),
            RecordedBy = by.Id,
            RecordedIn = by.DivisionCode,
        };
    }

    /// <summary>Gives the file to a record, whose rights it has from then on.</summary>
    /// <exception cref="RuleViolationException"><c>file.linked</c>: it belongs to another record.</exception>
    public void LinkTo(FileOwner type, Guid ownerId)
    {
        if (OwnerId is not null && (OwnerType, OwnerId) != (type, ownerId)) throw FileRules.Linked();

        (OwnerType, OwnerId) = (type, ownerId);
    }

    /// <summary>The draft that it belonged to was deleted: it is its recorder's draft again.</summary>
    public void Release() => (OwnerType, OwnerId) = (null, null);

    /// <summary>Only its author takes back a file, and only while it belongs to no record.</summary>
    /// <exception cref="RuleViolationException"><c>file.another-author</c>, <c>file.linked</c>.</exception>
    public void MustBeDraftOf(Actor actor)
    {
        if (!Recorded.IsBy(actor)) throw FileRules.AnotherAuthor();
        if (OwnerId is not null) throw FileRules.Linked();
    }
}

/// <param name="Name">As sent; <see cref="FileName.Of"/> makes it fit.</param>
public sealed record FileFacts(string? Name, FileKind Kind, bool IsSensitive, FileContent Content);

/// <summary>What was found by looking at the content, and what of it is stored.</summary>
public sealed record FileContent(FileFormat Format, long Size, string Hash, string SentHash, int? Width = null, int? Height = null);

/// <summary>What a file is there for.</summary>
public enum FileKind
{
    /// <summary>证据材料: what shows that something happened.</summary>
    Evidence,

    /// <summary>扫描件: a paper as it was signed or stamped.</summary>
    Scan,

    /// <summary>照片: a portrait or a picture of the act, to be shown where a ground allows it.</summary>
    Picture,
}

/// <summary>What the content is, by its own bytes.</summary>
public enum FileFormat
{
    Jpeg,
    Png,
    Webp,
    Pdf,
    Xlsx,
    Docx,

    /// <summary>UTF-8 without markup: csv, txt.</summary>
    Text,
}

/// <summary>What kinds of records files belong to.</summary>
public enum FileOwner { ServiceRecord, Deployment, Deed, Case, Decision, Award, VillageAssignment, Ground, Nomination, Notice, Objection }
