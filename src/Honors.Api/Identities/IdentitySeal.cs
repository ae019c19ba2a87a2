using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Honors.Api.Data;
using Honors.Domain.Identities;
using NodaTime;

namespace Honors.Api.Identities;

/// <summary>
/// Enciphers identity numbers (AES-256-GCM) and makes the keyed hash by which equal ones are found (HMAC-SHA-256), each under a key of
/// its own derived from one key of the <see cref="IdentityKeyFile"/>. All rows are under one key, be it while a rotation is cut short.
/// </summary>
internal sealed class IdentitySeal(string keyFile)
{
    private const string Version = "v1";

    private readonly IdentityKeyFile _file = new(keyFile);

    private IdentityKeys _keys = IdentityKeys.None;

    /// <summary>Under which everything is sealed.</summary>
    private IdentityKey _current = null!;

    /// <summary><c>Identity:KeyFile</c>, relative to the content root; beside the data folder where nothing is said.</summary>
    public static IdentitySeal At(WebApplicationBuilder builder, DataFolder data) => new(FileOf(builder, data.Root));

    public static string FileOf(WebApplicationBuilder builder, string dataFolder) => builder.Configuration["Identity:KeyFile"] is { Length: > 0 } set
        ? Path.Combine(builder.Environment.ContentRootPath, set)
        : Path.TrimEndingDirectorySeparator(dataFolder) + "-identity.key";

    /// <summary>Reads the key file, or makes it while there is nothing that it would have to open.</summary>
    /// <param name="sealedOne">Any one number as it is kept; null where there is none.</param>
    /// <exception cref="InvalidOperationException">It is lost, readable by everybody, inside the data folder, no key, or not the one that sealed the numbers.</exception>
    public void Unlock(DataFolder data, string? sealedOne)
    {
        _keys = _file.Read(data, identitiesExist: sealedOne is not null);
        _current = sealedOne is null ? _keys.Newest : _keys.Of(KeyIdOf(sealedOne)) ?? throw _file.Unfit("holds another key than the identity numbers are sealed under");
    }

    /// <summary>Keeps a new key beside the one that everything is sealed under, and seals under the new one from now on; both open.</summary>
    /// <returns>Whether anything may still be under the old one; false where a rotation was cut short after its last row.</returns>
    public bool BeginRotation()
    {
        var isDone = _keys.All.Count > 1 && _current == _keys.Newest;
        if (_keys.All.Count is 1) _file.Write(_keys = _keys.With(IdentityKey.Make()));
        _current = _keys.Newest;
        return !isDone;
    }

    /// <summary>Forgets every key but the newest. Nothing is under the others any more but fingerprints of request bodies, whose key opens no number.</summary>
    public void EndRotation(LocalDate today) => _file.Write(_keys = _keys.Retired(today));

    /// <summary>Everything of a number that is kept: <c>v1.key.nonce.ciphertext.tag</c>, and the hash.</summary>
    public (string Sealed, byte[] Match) Seal(Guid person, IdentityNumber number) => Seal(person, number.Kind, number.Text);

    /// <summary>The same number under the key of today.</summary>
    public (string Sealed, byte[] Match) SealAnew(Identity identity) => Seal(identity.Id, identity.Kind, Unseal(identity));

    /// <summary>What else only those may read who say what for: the name and contact of whoever writes to an office.</summary>
    /// <param name="place">Table, column and row; bound in, so that a cipher moved to another row opens nothing.</param>
    public string Seal(string place, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        byte[] nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), cipher = new byte[plain.Length], tag = new byte[AesGcm.TagByteSizes.MaxSize];
        using var aes = new AesGcm(_current.Sealing, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag, Bound(place, _current.Id));
        return string.Join('.', [Version, _current.Id, Base64Url.EncodeToString(nonce), Base64Url.EncodeToString(cipher), Base64Url.EncodeToString(tag)]);
    }

    /// <summary>Tells one request body from another. Keyed, since a body may hold a number, and the numbers are few enough to try them all.</summary>
    public byte[] Fingerprint(byte[] body) => HMACSHA256.HashData(_current.Bodies, body);

    /// <summary>Whether it is the fingerprint of this body, be it of before a rotation.</summary>
    public bool IsFingerprint(byte[] fingerprint, byte[] body) =>
        _keys.ForBodies.Any(key => CryptographicOperations.FixedTimeEquals(fingerprint, HMACSHA256.HashData(key, body)));

    /// <exception cref="CryptographicException">It was sealed under another key, for another person, or changed since.</exception>
    public string Unseal(Identity identity) => Unseal(PlaceOf(identity.Id), identity.Sealed);

    /// <exception cref="CryptographicException">It was sealed under another key, for another place, or changed since.</exception>
    public string Unseal(string place, string text)
    {
        if (text.Split('.') is not [Version, var keyId, var nonce, var cipher, var tag] || _keys.Of(keyId) is not { } key)
            throw new CryptographicException("It was sealed under another key.");

        var bytes = Base64Url.DecodeFromChars(cipher);
        var plain = new byte[bytes.Length];
        using var aes = new AesGcm(key.Sealing, AesGcm.TagByteSizes.MaxSize);
        aes.Decrypt(Base64Url.DecodeFromChars(nonce), bytes, Base64Url.DecodeFromChars(tag), plain, Bound(place, keyId));
        return Encoding.UTF8.GetString(plain);
    }

    private (string Sealed, byte[] Match) Seal(Guid person, IdentityKind kind, string number) => (
        Seal(PlaceOf(person), number), HMACSHA256.HashData(_current.Matching, Encoding.ASCII.GetBytes($"{kind}\n{number}")));

    private static string KeyIdOf(string sealedOne) => sealedOne.Split('.') is [Version, var keyId, ..] ? keyId : "";

    private static string PlaceOf(Guid person) => $"Identities|Sealed|{person:N}";

    private static byte[] Bound(string place, string keyId) => Encoding.ASCII.GetBytes($"{place}|{keyId}");
}
