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
        string[] grids = [.. space.Alternatives.Grids.Select(grid => string.Join(" × ", grid.Axes.Select(axis => $"{axis.Count:N0} {axis.Key}").DefaultIfEmpty("1")))];
        string cells = grids.Length == 1 ? grids[0] : $"({string.Join(" + ", grids)})";
        return (space.Alternatives.CellCount * space.Replicates, $"{cells} × {space.Replicates:N0} replicates");
    }

    /// <inheritdoc/>
    public override IScheduler Schedule(SearchSpace space)
    {
        return new GridScheduler(space);
    }
}
