using GanSweep.Settings.Models;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>Runs the cells of the grids in their order, each as often as there are replicates. Nothing hangs on what has ended.</summary>
internal sealed class GridScheduler(SearchSpace space) : IScheduler
{
    public int RunCount => space.Alternatives.Count * space.Replicates;

    public Decision Decide(int run, IEndedRuns ended)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(run);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(run, RunCount);
        (int cell, int replicate) = Math.DivRem(run - 1, space.Replicates);
        return new Decision.Train(space.Alternatives.ConfigurationAt(cell), space.Seed + replicate);
    }

    public int TrainingCount(TrainingSize size)
    {
        return space.Alternatives.CountTrainings(size) * space.Replicates;
    }

    public int? Find(Configuration effective, long seed, TrainingSize size)
    {
        return seed < space.Seed || seed >= space.Seed + space.Replicates
            ? null
            : (space.Alternatives.CellOf(effective, size) * space.Replicates) + (int)(seed - space.Seed) + 1;
    }
}
