using System.Buffers.Text;
using System.Security.Cryptography;
using Honors.Api.Data;
using Honors.Api.Files;
using Honors.Api.SignIn;
using Honors.Api.Writes;
using NodaTime;
using NodaTime.Text;

namespace Honors.Api.Identities;

/// <summary>
/// The key file: the newest key in its first line; while a rotation runs, the one before in the next; then, each with the day on which its rotation
/// ended, what tells request bodies apart by older keys. It lies outside the data folder, so that a copy of the folder opens no number.
/// </summary>
internal sealed class IdentityKeyFile(string path)
{
    private const string OfBodies = "bodies";

    private string Target => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(path);

    /// <exception cref="InvalidOperationException">It is lost, readable by everybody, inside the data folder, or no key.</exception>
    public IdentityKeys Read(DataFolder data, bool identitiesExist)
    {
        if (!File.Exists(path))
        {
            RefuseInside(path, data);
            if (identitiesExist) throw Unfit("is missing, and the registry holds identity numbers that only it opens. Bring it back from its copy");
            Write(IdentityKeys.None.With(IdentityKey.Make()));
        }

        RefuseInside(Target, data);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite)) != 0)
            throw Unfit("can be read or changed by others. Set its mode to 0600");

        var lines = File.ReadAllLines(path).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l is not []).ToList();
        var keys = lines.Where(l => l is [_]).Select(l => new IdentityKey(KeyIn(l[0]))).ToList();
        var bodies = lines.Where(l => l is [OfBodies, _, _]).Select(l => new FormerBodies(DayIn(l[1]), KeyIn(l[2]))).ToList();
        if (keys is [] || keys.Count + bodies.Count < lines.Count) throw NoKey();

        return new(keys, bodies);
    }

    /// <summary>Whole or not at all, for the program's user alone, and on the disk before anything is sealed under it.</summary>
    public void Write(IdentityKeys keys)
    {
        var file = Target;
        IssuerKeys.Write(file, string.Join('\n',
        [
            .. keys.All.Select(k => Convert.ToBase64String(k.Secret)),
            .. keys.Former.Select(b => $"{OfBodies} {LocalDatePattern.Iso.Format(b.Since)} {Convert.ToBase64String(b.Key)}"),
        ]));
        FileStore.SyncFolder(Path.GetDirectoryName(file)!);
    }

    public InvalidOperationException Unfit(string what) => new($"The key file of the identity numbers ({path}, Identity:KeyFile) {what}.");

    private InvalidOperationException NoKey() => Unfit("holds no key of 32 bytes in Base64");

    private byte[] KeyIn(string text)
    {
        var key = new byte[IdentityKey.Bytes];
        return Convert.TryFromBase64String(text, key, out var length) && length == key.Length ? key : throw NoKey();
    }

    private LocalDate DayIn(string text) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day : throw NoKey();

    private void RefuseInside(string file, DataFolder data)
    {
        if (Path.GetFullPath(file).StartsWith(Path.TrimEndingDirectorySeparator(data.Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw Unfit("lies in the data folder, where every copy of the folder would take it along. Move it elsewhere");
    }
}

/// <summary>The keys of the file.</summary>
/// <param name="All">Newest first; more than one only while a rotation runs.</param>
/// <param name="Former">Of keys that are gone: bodies of requests are told apart by them as long as answers are kept for repeats.</param>
internal sealed record IdentityKeys(IReadOnlyList<IdentityKey> All, IReadOnlyList<FormerBodies> Former)
{
    public static readonly IdentityKeys None = new([], []);

    public IdentityKey Newest => All[0];

    public IEnumerable<byte[]> ForBodies => All.Select(k => k.Bodies).Concat(Former.Select(f => f.Key));

    public IdentityKey? Of(string id) => All.FirstOrDefault(k => k.Id == id);

    public IdentityKeys With(IdentityKey key) => this with { All = [key, .. All] };

    public IdentityKeys Retired(LocalDate today) => new(
        [Newest],
        [
            .. All.Skip(1).Select(k => new FormerBodies(today, k.Bodies)),
            .. Former.Where(f => f.Since.PlusDays(1 + IdempotencyRecord.Kept.Days) >= today),
        ]);
}

/// <param name="Since">The day on which its rotation ended.</param>
internal sealed record FormerBodies(LocalDate Since, byte[] Key);

/// <summary>One secret of 32 bytes, and a key of its own for each use.</summary>
internal sealed class IdentityKey(byte[] secret)
{
    public const int Bytes = 32;

    public byte[] Secret { get; } = secret;

    public byte[] Sealing { get; } = Derive(secret, "honors identity sealing"u8);

    public byte[] Matching { get; } = Derive(secret, "honors identity matching"u8);

    public byte[] Bodies { get; } = Derive(secret, "honors request bodies"u8);

    /// <summary>What a row says it is sealed under; tells nothing of the key.</summary>
    public string Id { get; } = Base64Url.EncodeToString(SHA256.HashData(Derive(secret, "honors identity sealing"u8)).AsSpan(0, 6));

    public static IdentityKey Make() => new(RandomNumberGenerator.GetBytes(Bytes));

    private static byte[] Derive(byte[] secret, ReadOnlySpan<byte> use)
    {
        var key = new byte[Bytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, [], use);
        return key;
    }
}
