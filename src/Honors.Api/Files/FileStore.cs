using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Honors.Api.Data;
using Honors.Domain.Files;
using NodaTime;

namespace Honors.Api.Files;

/// <summary>
/// Contents by their SHA-256 under <c>files/</c> of the data folder. A content is on the disk under its name, file and folder synced,
/// before any row speaks of it; only <see cref="FileSweep"/> takes one away.
/// </summary>
internal sealed class FileStore
{
    /// <summary>Contents up to this size are hashed again each time they are served.</summary>
    public const int ServedVerifiedBytes = 8 * 1024 * 1024;

    private readonly string _root, _incoming;
    private readonly IClock _clock;
    private readonly Lock _names = new();

    public FileStore(DataFolder data, IClock clock) : this(data.File("files"), clock) { }

    public FileStore(string root, IClock clock)
    {
        (_root, _incoming, _clock) = (root, Path.Combine(root, "incoming"), clock);
        Directory.CreateDirectory(_incoming);
    }

    /// <summary>A new empty file that disappears when it is disposed, unless it is kept.</summary>
    public Incoming Receive() => new(Path.Combine(_incoming, Guid.NewGuid().ToString("N")));

    /// <summary>Puts what was received under the name of its hash, durably. What lay there already is replaced by the same.</summary>
    public void Keep(Incoming incoming, string hash)
    {
        incoming.Content.Flush(flushToDisk: true);
        File.SetLastWriteTimeUtc(incoming.Path, _clock.GetCurrentInstant().ToDateTimeUtc());
        var path = PathOf(hash);
        var folder = Path.GetDirectoryName(path)!;
        lock (_names) // not while the sweep looks at this name
        {
            Directory.CreateDirectory(folder);
            File.Move(incoming.Path, path, overwrite: true);
        }

        foreach (var made in (string[])[folder, Path.GetDirectoryName(folder)!, _root]) SyncFolder(made);
    }

    /// <summary>The content, known to be whole if it is of no more than <see cref="ServedVerifiedBytes"/>.</summary>
    /// <exception cref="FileContentException">It is not there, or is not what was stored.</exception>
    public async Task<FileStream> Open(string hash, long size, CancellationToken ct)
    {
        FileStream content;
        try
        {
            content = new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
        }
        catch (IOException e)
        {
            throw new FileContentException(FileRules.ContentMissing, hash, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new FileContentException(FileRules.ContentMissing, hash, e);
        }

        try
        {
            if (content.Length != size || (size <= ServedVerifiedBytes && await HashOf(content, ct) != hash))
                throw new FileContentException(FileRules.ContentDamaged, hash);
        }
        catch (IOException e)
        {
            await content.DisposeAsync();
            throw new FileContentException(FileRules.ContentDamaged, hash, e);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }

        content.Position = 0;
        return content;
    }

    /// <summary>Reads all of it, however large.</summary>
    /// <returns>What is wrong with it, as a code; null: nothing.</returns>
    public async Task<string?> Fault(string hash, CancellationToken ct)
    {
        if (!File.Exists(PathOf(hash))) return FileRules.ContentMissing;

        try
        {
            await using var content = File.OpenRead(PathOf(hash));
            return await HashOf(content, ct) == hash ? null : FileRules.ContentDamaged;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileRules.ContentDamaged;
        }
    }

    /// <summary>The hashes of what has lain here since before this moment.</summary>
    public IEnumerable<string> KeptBefore(Instant moment) => Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
        .Where(p => Path.GetDirectoryName(p) != _incoming && File.GetLastWriteTimeUtc(p) < moment.ToDateTimeUtc())
        .Select(p => Path.GetFileName(p));

    /// <summary>Takes a content away, unless it was received anew since this moment: then a row is about to need it.</summary>
    public void Remove(string hash, Instant keptBefore)
    {
        lock (_names)
        {
            if (File.GetLastWriteTimeUtc(PathOf(hash)) < keptBefore.ToDateTimeUtc()) File.Delete(PathOf(hash));
        }
    }

    /// <summary>What a killed process was receiving.</summary>
    public void RemoveUnfinished(Instant before)
    {
        foreach (var path in Directory.EnumerateFiles(_incoming).Where(p => File.GetLastWriteTimeUtc(p) < before.ToDateTimeUtc())) File.Delete(path);
    }

    public static async Task<string> HashOf(Stream content, CancellationToken ct) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));

    /// <summary>Two levels of folders, so that none grows crowded.</summary>
    private string PathOf(string hash) => Path.Combine(_root, hash[..2], hash[2..4], hash);

    /// <summary>A new name is on the disk only with its folder. Windows has no such call, and its file system journals names.</summary>
    internal static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return;

        var folder = OpenFolder([.. System.Text.Encoding.UTF8.GetBytes(path), 0], 0);
        if (folder < 0) throw new IOException($"A folder cannot be opened to be synced: error {Marshal.GetLastPInvokeError()}.");
        try
        {
            if (Sync(folder) is not 0) throw new IOException($"A folder cannot be synced: error {Marshal.GetLastPInvokeError()}.");
        }
        finally
        {
            _ = Close(folder);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int OpenFolder(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int file);
}

/// <summary>A content on its way in.</summary>
internal sealed class Incoming(string path) : IDisposable
{
    public string Path { get; } = path;

    public FileStream Content { get; } = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);

    public void Dispose()
    {
        Content.Dispose();
        File.Delete(Path); // gone already where it was kept
    }
}

/// <summary>A row is there, its content is not: the disk's fault, not the caller's.</summary>
internal sealed class FileContentException(string code, string hash, Exception? cause = null) : Exception(code, cause)
{
    public string Code { get; } = code;

    public string Hash { get; } = hash;
}
