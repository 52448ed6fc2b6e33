using GanSweep.Settings.Models;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Tests.Scheduling;

/// <summary>
/// Successive halving (Jamieson and Talwalkar 2016) in its plainest form: the cells of a grid with few epochs, then the better half of them
/// with twice as many, and so on until one is left. Shows that what learns, waits, goes on and stops early fits the interface.
/// </summary>
internal sealed class HalvingScheduler(SearchSpace space, int epochs) : IScheduler
{
    public int RunCount => Rungs().Sum();

    public Decision Decide(int run, IEndedRuns ended)
    {
        int first = 1;
        int[] cells = [.. Enumerable.Range(0, space.Alternatives.Count)];
        int rungEpochs = epochs;
        foreach (int size in Rungs())
        {
            if (run < first + size)
            {
                // Fewer may have come so far.
                return run - first < cells.Length ? new Decision.Train(ConfigurationOf(cells[run - first], rungEpochs), space.Seed) : new Decision.Stop();
            }

            EndedRun?[] results = [.. cells.Select((_, index) => ended.Find(first + index))];
            if (results.Any(result => result is null))
            {
                return new Decision.Wait();
            }

            cells = [.. cells.Zip(results).Where(cell => cell.Second!.Value.Total is not null).OrderBy(cell => cell.Second!.Value.Total).Take((size + 1) / 2).Select(cell => cell.First)];
            first += size;
            rungEpochs *= 2;
        }

        throw new ArgumentOutOfRangeException(nameof(run), run, "There is no such run.");
    }

    public int TrainingCount(TrainingSize training)
    {
        return RunCount;
    }

    public int? Find(Configuration effective, long seed, TrainingSize training)
    {
        return Enumerable.Range(0, space.Alternatives.Count)
            .Where(cell => seed == space.Seed && effective.Model.EffectiveOf(ConfigurationOf(cell, epochs), training).Equals(effective))
            .Select(cell => (int?)cell + 1)
            .FirstOrDefault();
    }

    private Configuration ConfigurationOf(int cell, int rungEpochs)
    {
        return space.Alternatives.ConfigurationAt(cell).With(LoopKeys.Epochs, rungEpochs);
    }

    private IEnumerable<int> Rungs()
    {
        for (int size = space.Alternatives.Count; ; size = (size + 1) / 2)
        {
            yield return size;
            if (size == 1)
            {
                yield break;
            }
        }
    }
}
