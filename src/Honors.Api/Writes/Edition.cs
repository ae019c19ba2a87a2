namespace Honors.Api.Writes;

/// <summary>
/// The state of the registry as readers get it. Each commit makes a new edition before anybody is told of it; what was made of an older one, even
/// if it is finished only now, is found no more.
/// </summary>
internal sealed class Edition
{
    private long _number;

    public long Number => Interlocked.Read(ref _number);

    public void Supersede() => Interlocked.Increment(ref _number);
}
