using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Values;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Scheduling.Proposers;
using GanSweep.Sweeps.Spaces;
using GanSweep.Sweeps.Strategies;

namespace GanSweep.Sweeps.Tests.Strategies;

/// <summary>A strategy with a key of its own: the first cells of the grid.</summary>
internal sealed class DrawnStrategy(int configurations = 3) : Strategy
{
    private static readonly Setting<int> Count = new("configurations", "How many.", new WholeNumberKind<int>(1, 9), 3);

    public int Configurations { get; } = configurations;

    public override string Name => "drawn";

    public override string Summary => "drawn trains some";

    public override ImmutableArray<Setting> Keys => [Count];

    public override Strategy Read(JsonSection section)
    {
        return new DrawnStrategy(section.Read(Count));
    }

    public override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteNumber(Count.Name, Configurations);
    }

    public override (BigInteger Configurations, string Product) Size(Alternatives alternatives)
    {
        return (Configurations, $"{Configurations} drawn");
    }

    internal override IProposer Propose(SearchPlan plan)
    {
        return new GridProposer(plan.Alternatives);
    }
}
