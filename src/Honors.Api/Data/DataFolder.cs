namespace Honors.Api.Data;

/// <summary>The folder that holds everything this registry must not lose, and the lock that keeps a second process out of it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    public DataFolder(string path)
    {
        Root = Directory.CreateDirectory(path).FullName;
        Keys = Directory.CreateDirectory(Path.Combine(Root, "keys")).FullName;
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            _lock = new FileStream(File("honors.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new InvalidOperationException($"Another process serves the registry in {Root}. One process per database.", e);
        }
    }

    public string Root { get; }

    public string Keys { get; }

    public string File(string name) => Path.Combine(Root, name);

    public void Dispose() => _lock.Dispose();
}
