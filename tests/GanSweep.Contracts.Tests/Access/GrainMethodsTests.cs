using System.Reflection;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using Orleans;

namespace GanSweep.Contracts.Tests.Access;

public sealed class GrainMethodsTests
{
    private static readonly Type[] Grains = [.. typeof(ISweepGrain).Assembly.GetTypes().Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))];

    public static TheoryData<string> Methods => [.. Grains.SelectMany(grain => grain.GetMethods()).Select(method => $"{method.DeclaringType!.Name}.{method.Name}")];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_OfAGrain_SaysWhoMayCallIt(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        MethodInfo method = Grains.SelectMany(grain => grain.GetMethods()).Single(method => $"{method.DeclaringType!.Name}.{method.Name}" == name);

        Assert.True(
            method.IsDefined(typeof(SilosOnlyAttribute)) != method.IsDefined(typeof(AllowedToAttribute)),
            $"{name} carries {nameof(SilosOnlyAttribute)}, or {nameof(AllowedToAttribute)} with the least role that may call it; one of the two.");
    }

    // What a role may do is a promise to those who hand out certificates: a change of it is one of docs/security.md too.
    [Fact]
    public void Methods_ForReaders_AreThoseThatShowSweepsAndNeitherTablesNorGenerators()
    {
        Assert.Equal(
            [
                "IDispatcherGrain.GetSilosAsync",
                "IDispatcherGrain.ListAsync",
                "ISweepGrain.GetLeaderboardAsync",
                "ISweepGrain.GetProgressAsync",
                "ISweepGrain.GetProvenanceAsync",
                "ISweepGrain.GetRunAsync",
                "ISweepGrain.GetSummaryAsync",
                "ISweepGrain.GetTimelineAsync",
            ],
            Grains.SelectMany(grain => grain.GetMethods())
                .Where(method => method.GetCustomAttribute<AllowedToAttribute>()?.Role == AccessRole.Reader)
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
                .Order(StringComparer.Ordinal));
    }
}
