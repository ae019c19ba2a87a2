using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Honors.Api.Identities;
using Honors.Domain.Objections;

namespace Honors.Api.Objections;

/// <summary>How the words and the objector of an objection lie under the seal, each bound to its own column and row.</summary>
internal static class ObjectionSeal
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static SealedLetter Seal(this IdentitySeal seal, Guid id, ObjectionWords words, Objector objector) => new(
        seal.Seal(Words(id), JsonSerializer.Serialize(words, Plain)),
        (objector.Name ?? objector.Contact) is null ? null : seal.Seal(Objector(id), JsonSerializer.Serialize(objector, Plain)));

    public static ObjectionWords WordsOf(this IdentitySeal seal, Objection objection) =>
        JsonSerializer.Deserialize<ObjectionWords>(seal.Unseal(Words(objection.Id), objection.SealedWords))!;

    /// <param name="objection">With an objector.</param>
    public static Objector ObjectorOf(this IdentitySeal seal, Objection objection) =>
        JsonSerializer.Deserialize<Objector>(seal.Unseal(Objector(objection.Id), objection.SealedObjector!))!;

    /// <summary>The same under the key of today.</summary>
    public static SealedLetter SealAnew(this IdentitySeal seal, Objection objection) => new(
        seal.Seal(Words(objection.Id), seal.Unseal(Words(objection.Id), objection.SealedWords)),
        objection.SealedObjector is { } one ? seal.Seal(Objector(objection.Id), seal.Unseal(Objector(objection.Id), one)) : null);

    private static string Words(Guid id) => $"Objections|SealedWords|{id:N}";

    private static string Objector(Guid id) => $"Objections|SealedObjector|{id:N}";
}
