namespace Honors.Domain.Values;

/// <summary>One end of a link from a record to another record or to a team: context, never a claim about its content.</summary>
public sealed record Link(Guid Id)
{
    public static List<Link> To(IEnumerable<Guid> ids) => [.. ids.Distinct().Select(id => new Link(id))];
}
