using System.Numerics;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Scheduling.Proposers;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Strategies;

/// <summary>Every combination of the listed values, the last key fastest, replicates faster still.</summary>
internal sealed class GridStrategy : Strategy
{
    /// <inheritdoc/>
    public override string Name => "grid";

    /// <inheritdoc/>
    public override string Summary => "grid trains every combination";

    /// <inheritdoc/>
    public override (BigInteger Configurations, string Product) Size(Alternatives alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        string[] grids = [.. alternatives.Items.Select(grid => string.Join(" × ", grid.Axes.Select(axis => $"{axis.Count:N0} {axis.Key}").DefaultIfEmpty("1")))];
        return (alternatives.CellCount, grids.Length == 1 ? grids[0] : $"({string.Join(" + ", grids)})");
    }

    /// <inheritdoc/>
    internal override IProposer Propose(SearchPlan plan)
    {
        return new GridProposer(plan.Alternatives);
    }
}
