using System.Collections.Concurrent;

namespace Honors.Api.Data;

/// <summary>What figures are made of; a save says which of it changed.</summary>
[Flags]
internal enum Counted
{
    None = 0,

    /// <summary>Awards, and whatever says how and whether they are shown: grounds, names, titles, memberships.</summary>
    Honours = 1,

    Hours = 2,

    Deployments = 4,

    Postings = 8,
}

/// <summary>
/// Figures that were worked out once and hold until a commit changes what they are made of: the writer empties them before it acknowledges. Each holds
/// for one day, since a ground may end with a day.
/// </summary>
internal sealed class KeptFigures
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<string, Kept> _kept = [];
    private readonly long[] _changes = new long[4];

    /// <param name="key">What is counted, of when and as seen by whom.</param>
    /// <param name="of">What it is made of.</param>
    public async Task<T> Get<T>(string key, Counted of, Func<Task<T>> workOut) where T : class
    {
        var stamp = Stamp(of);
        if (_kept.TryGetValue(key, out var kept) && kept.Stamp == stamp) return (T)kept.Figures;

        // A commit meanwhile makes the stamp old, and the next reader works it out anew.
        var figures = await workOut();
        if (_kept.Count >= Most) _kept.Clear();
        _kept[key] = new Kept(stamp, figures);
        return figures;
    }

    public void Empty(Counted changed)
    {
        for (var i = 0; i < _changes.Length; i++)
        {
            if (((int)changed & (1 << i)) is not 0) Interlocked.Increment(ref _changes[i]);
        }
    }

    private long Stamp(Counted of)
    {
        var stamp = 0L;
        for (var i = 0; i < _changes.Length; i++) stamp += ((int)of & (1 << i)) is 0 ? 0 : Interlocked.Read(ref _changes[i]);
        return stamp;
    }

    private sealed record Kept(long Stamp, object Figures);
}
