using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Honors.Api.SignIn;

/// <summary>
/// The issuer's keys in <c>keys/</c>, readable by the program's user alone: <c>signing-*.pem</c> (ES256) for tokens, <c>encryption-*.key</c>
/// (AES-256) for what the issuer alone reads again. The newest of each signs and enciphers; older ones still verify and decipher.
/// </summary>
public sealed class IssuerKeys
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<ECDsaSecurityKey> Signing { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SymmetricSecurityKey> Encryption { get; }

    /// <summary>A key for one purpose, from the newest.</summary>
    public byte[] Derive(string purpose) => _derived.GetOrAdd(
        purpose, p => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encryption[0].Key, 32, info: Encoding.ASCII.GetBytes("honors " + p)));

    private readonly ConcurrentDictionary<string, byte[]> _derived = new();

    private IssuerKeys(string folder) => (Signing, Encryption) = ([.. Files(folder, "signing").Select(ReadSigning)], [.. Files(folder, "encryption").Select(ReadEncryption)]);

    /// <summary>Reads the keys; makes the first of them.</summary>
    public static IssuerKeys Load(string folder)
    {
        if (Files(folder, "signing") is []) MakeSigning(folder, DateTime.UtcNow);
        if (Files(folder, "encryption") is []) MakeEncryption(folder, DateTime.UtcNow);
        return new IssuerKeys(folder);
    }

    /// <summary>Adds new keys, which the next start uses. Keys that others replaced longer ago than <see cref="Kept"/> go: nothing that they made is alive.</summary>
    public static void Rotate(string folder)
    {
        foreach (var kind in (string[])["signing", "encryption"])
        {
            var files = Files(folder, kind);
            foreach (var (newer, old) in files.Zip(files.Skip(1)).Where(pair => File.GetLastWriteTimeUtc(pair.First) < DateTime.UtcNow - Kept)) File.Delete(old);
        }

        MakeSigning(folder, DateTime.UtcNow);
        MakeEncryption(folder, DateTime.UtcNow);
    }

    /// <summary>Longer than any token lives.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static List<string> Files(string folder, string kind) =>
        [.. Directory.EnumerateFiles(folder, kind + "-*").Where(f => !f.EndsWith(".new", StringComparison.Ordinal)).OrderDescending(StringComparer.Ordinal)];

    private static ECDsaSecurityKey ReadSigning(string file)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return new ECDsaSecurityKey(key) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo())) };
    }

    private static SymmetricSecurityKey ReadEncryption(string file)
    {
        var key = Convert.FromBase64String(File.ReadAllText(file));
        return new SymmetricSecurityKey(key) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(key)) };
    }

    private static void MakeSigning(string folder, DateTime now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Write(Path.Combine(folder, Name("signing", now) + ".pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static void MakeEncryption(string folder, DateTime now) =>
        Write(Path.Combine(folder, Name("encryption", now) + ".key"), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static string Name(string kind, DateTime now) => $"{kind}-{now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";

    /// <summary>Whole or not at all, readable by the program's user alone.</summary>
    internal static void Write(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Written whole under another name first: a start that is cut short leaves no half key behind.
        var draft = file + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
    }
}
