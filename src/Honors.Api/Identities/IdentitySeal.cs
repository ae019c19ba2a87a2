using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Honors.Api.Data;
using Honors.Api.SignIn;
using Honors.Domain.Identities;

namespace Honors.Api.Identities;

/// <summary>
/// Enciphers identity numbers (AES-256-GCM) and makes the keyed hash by which equal ones are found (HMAC-SHA-256), each under a key of
/// its own derived from one key file. The file lies outside the data folder, so that a copy of the folder opens no number.
/// </summary>
internal sealed class IdentitySeal(string keyFile)
{
    private const int KeyBytes = 32;

    private const string Version = "v1";

    private byte[] _sealing = [], _matching = [], _bodies = [];
    private string _keyId = "";

    /// <summary><c>Identity:KeyFile</c>, relative to the content root; beside the data folder where nothing is said.</summary>
    public static IdentitySeal At(WebApplicationBuilder builder, DataFolder data) => new(builder.Configuration["Identity:KeyFile"] is { Length: > 0 } set
        ? Path.Combine(builder.Environment.ContentRootPath, set)
        : Path.TrimEndingDirectorySeparator(data.Root) + "-identity.key");

    /// <summary>Reads the key file, or makes it while there is nothing that it would have to open.</summary>
    /// <exception cref="InvalidOperationException">It is lost, readable by everybody, inside the data folder, or no key.</exception>
    public void Unlock(DataFolder data, bool identitiesExist)
    {
        if (!File.Exists(keyFile))
        {
            RefuseInside(keyFile, data);
            if (identitiesExist) throw Unfit("is missing, and the registry holds identity numbers that only it opens. Bring it back from its copy");
            IssuerKeys.Write(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }

        RefuseInside(File.ResolveLinkTarget(keyFile, returnFinalTarget: true)?.FullName ?? keyFile, data);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(keyFile) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite)) != 0)
            throw Unfit("can be read or changed by others. Set its mode to 0600");

        var key = new byte[KeyBytes];
        if (!Convert.TryFromBase64String(File.ReadAllText(keyFile).Trim(), key, out var length) || length != KeyBytes) throw Unfit("holds no key of 32 bytes in Base64");

        _sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "honors identity sealing"u8.ToArray());
        _matching = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "honors identity matching"u8.ToArray());
        _bodies = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "honors request bodies"u8.ToArray());
        _keyId = Base64Url.EncodeToString(SHA256.HashData(_sealing).AsSpan(0, 6));
    }

    /// <summary>Everything of a number that is kept: <c>v1.key.nonce.ciphertext.tag</c>, and the hash.</summary>
    public (string Sealed, byte[] Match) Seal(Guid person, IdentityNumber number)
    {
        return (
            Seal($"Identities|Sealed|{person:N}", number.Text),
            HMACSHA256.HashData(_matching, Encoding.ASCII.GetBytes($"{number.Kind}\n{number.Text}")));
    }

    /// <param name="place">Table, column and row; bound in, so that a cipher moved to another row opens nothing.</param>
    public string Seal(string place, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        byte[] nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), cipher = new byte[plain.Length], tag = new byte[AesGcm.TagByteSizes.MaxSize];
        using var aes = new AesGcm(_sealing, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag, Place(place, _keyId));
        return string.Join('.', [Version, _keyId, Base64Url.EncodeToString(nonce), Base64Url.EncodeToString(cipher), Base64Url.EncodeToString(tag)]);
    }

    /// <summary>Tells one request body from another. Keyed, since a body may hold a number, and the numbers are few enough to try them all.</summary>
    public byte[] Fingerprint(byte[] body) => HMACSHA256.HashData(_bodies, body);

    /// <exception cref="CryptographicException">It was sealed under another key, for another person, or changed since.</exception>
    public string Unseal(Identity identity) => Unseal($"Identities|Sealed|{identity.Id:N}", identity.Sealed);

    /// <exception cref="CryptographicException">It was sealed under another key, for another place, or changed since.</exception>
    public string Unseal(string place, string text)
    {
        if (text.Split('.') is not [Version, var keyId, var nonce, var cipher, var tag] || keyId != _keyId)
            throw new CryptographicException("It was sealed under another key.");

        var bytes = Base64Url.DecodeFromChars(cipher);
        var plain = new byte[bytes.Length];
        using var aes = new AesGcm(_sealing, AesGcm.TagByteSizes.MaxSize);
        aes.Decrypt(Base64Url.DecodeFromChars(nonce), bytes, Base64Url.DecodeFromChars(tag), plain, Place(place, keyId));
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Place(string place, string keyId) => Encoding.ASCII.GetBytes($"{place}|{keyId}");

    private void RefuseInside(string file, DataFolder data)
    {
        if (Path.GetFullPath(file).StartsWith(Path.TrimEndingDirectorySeparator(data.Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw Unfit("lies in the data folder, where every copy of the folder would take it along. Move it elsewhere");
    }

    private InvalidOperationException Unfit(string what) => new($"The key file of the identity numbers ({keyFile}, Identity:KeyFile) {what}.");
}
