using Honors.Domain;

namespace Honors.Tests.Contract;

public sealed class DependencyTests
{
    [Fact]
    public void The_domain_knows_nothing_but_the_runtime_and_NodaTime()
    {
        var domain = typeof(RuleViolationException).Assembly;
        Assert.True(domain.GetTypes().Length > 50);

        var foreign = domain.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal)).ToList();
        Assert.Equal(["NodaTime"], foreign);
    }
}
