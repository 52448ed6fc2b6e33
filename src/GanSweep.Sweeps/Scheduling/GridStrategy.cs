using System.Numerics;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>Every combination of the listed values, the last key fastest, replicates faster still.</summary>
internal sealed class GridStrategy : Strategy
{
    /// <inheritdoc/>
    public override string Name => "grid";

    /// <inheritdoc/>
    public override string Summary => "grid trains every combination";

    /// <inheritdoc/>
    public override (BigInteger Runs, string Product) Size(SearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        var factors = space.Grid.Axes.Select(axis => $"{axis.Count:N0} {axis.Key}").Append($"{space.Replicates:N0} replicates");
        return (space.Grid.CellCount * space.Replicates, string.Join(" × ", factors));
    }

    /// <inheritdoc/>
    public override IScheduler Schedule(SearchSpace space)
    {
        return new GridScheduler(space);
    }
}
