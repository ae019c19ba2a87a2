using NodaTime;

namespace Honors.Domain.Values;

public interface IIdentified
{
    Guid Id { get; }
}

/// <summary>A record that lists show newest first.</summary>
public interface IDated : IIdentified
{
    /// <summary>The last day on which it may have happened; 0001-01-01 where nothing is known, so that those come last.</summary>
    LocalDate SortDay { get; }
}
