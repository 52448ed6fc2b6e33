using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Books;

/// <summary>What trainers have told of a run that has not ended. In memory only: whoever trains it next tells it again.</summary>
/// <param name="model">What the run trains.</param>
internal sealed class LiveRun(ModelDescription model)
{
    // For watchers; the result carries all of them.
    private const int MaxEpochs = 10_000;

    private readonly (string Name, List<float> Values)[] _losses = [.. model.Losses.Select(series => (series.Name, new List<float>()))];

    /// <summary>The last epoch done.</summary>
    public int Epoch { get; private set; }

    /// <summary>The scores of the best epoch so far.</summary>
    public ScoreValues? BestScores { get; private set; }

    /// <summary>The losses told so far, without a gap, the last ones if they are too many.</summary>
    public LossHistory Losses => Last(Kept);

    /// <summary>The last epoch's losses, if any were told.</summary>
    public LossHistory? LastLosses => Kept == 0 ? null : Last(1);

    private int Kept => _losses.Length == 0 ? 0 : _losses[0].Values.Count;

    /// <summary>Takes a report in. One that does not join on to what is known (another attempt, a gap) replaces it.</summary>
    /// <returns>Epochs that are new.</returns>
    public int Take(ProgressReport report)
    {
        int known = Epoch - report.Losses.FirstEpoch + 1;
        if (known < 0 || known > report.Losses.Count || report.Epoch < Epoch)
        {
            Array.ForEach(_losses, series => series.Values.Clear());
            known = 0;
        }

        foreach ((string name, List<float> values) in _losses)
        {
            values.AddRange(report.Losses[name].AsSpan()[known..]);
            if (values.Count > MaxEpochs)
            {
                values.RemoveRange(0, values.Count - (MaxEpochs / 2));
            }
        }

        Epoch = report.Epoch;
        BestScores = report.BestScores ?? BestScores;
        return report.Losses.Count - known;
    }

    private LossHistory Last(int epochs)
    {
        return new LossHistory(Epoch - epochs + 1, [.. _losses.Select(series => new LossValues(series.Name, [.. series.Values.TakeLast(epochs)]))]);
    }
}
