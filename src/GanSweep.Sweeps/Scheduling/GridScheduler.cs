using GanSweep.Settings.Models;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>Runs the cells of a grid in their order, each as often as there are replicates. Nothing hangs on what has ended.</summary>
internal sealed class GridScheduler(SearchSpace space) : IScheduler
{
    public int RunCount => space.Grid.Count * space.Replicates;

    public Decision Decide(int run, IEndedRuns ended)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(run);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(run, RunCount);
        (int cell, int replicate) = Math.DivRem(run - 1, space.Replicates);
        return new Decision.Train(space.Grid.ConfigurationAt(cell), space.Seed + replicate);
    }

    public int TrainingCount(TrainingSize size)
    {
        return new GridEffects(space.Grid, size).CountTrainings() * space.Replicates;
    }

    public int? Find(Configuration effective, long seed, TrainingSize size)
    {
        return seed < space.Seed || seed >= space.Seed + space.Replicates
            ? null
            : (space.Grid.CellOf(effective, size) * space.Replicates) + (int)(seed - space.Seed) + 1;
    }
}
