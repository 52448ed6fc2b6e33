using System.Collections.Immutable;
using GanSweep.Settings.Models;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Progress;

/// <summary>How far a run has come: with the state of its model, all that is needed to go on from any step.</summary>
/// <param name="series">The number of its loss series.</param>
internal sealed class TrainingProgress(int series)
{
    private readonly List<ScoredEpoch> _history = [];

    /// <summary>Epochs done.</summary>
    public int Epoch { get; set; }

    /// <summary>Batches of the next epoch that are done.</summary>
    public int Step { get; set; }

    /// <summary>Losses of the batches of the next epoch that are done.</summary>
    public EpochLossSums Sums { get; set; } = new(series);

    /// <summary>Losses of the epochs done.</summary>
    public LossLog Losses { get; init; } = new(series);

    /// <summary>Every evaluation, in order.</summary>
    public IReadOnlyList<ScoredEpoch> History => _history;

    /// <summary>The evaluation with the lowest total, the first of them if several have it; null before the first.</summary>
    public ScoredEpoch? Best { get; private set; }

    /// <summary>The generator's weights at <see cref="Best"/>; empty before the first evaluation.</summary>
    public float[] BestWeights { get; private set; } = [];

    /// <summary>Evaluations since <see cref="Best"/>.</summary>
    public int EvaluationsWithoutBetter { get; private set; }

    /// <summary>Seconds of training before this process took the run on.</summary>
    public double EarlierSeconds { get; init; }

    /// <summary>Ends the epoch in progress and returns its losses.</summary>
    public ImmutableArray<float> CompleteEpoch()
    {
        ImmutableArray<float> losses = Sums.Means();
        Losses.Add(losses);
        (Epoch, Step, Sums) = (Epoch + 1, 0, new EpochLossSums(series));
        return losses;
    }

    /// <summary>Takes an evaluation in.</summary>
    /// <param name="point">The scores.</param>
    /// <param name="weights">The weights that were scored.</param>
    /// <returns>Whether it is the best so far.</returns>
    public bool Add(ScoredEpoch point, ReadOnlySpan<float> weights)
    {
        ArgumentNullException.ThrowIfNull(point);
        _history.Add(point);
        bool best = Best is null || point.Scores.Total < Best.Scores.Total;
        EvaluationsWithoutBetter = best ? 0 : EvaluationsWithoutBetter + 1;
        if (best)
        {
            Best = point;
            BestWeights = weights.ToArray();
        }

        return best;
    }

    /// <summary>Puts earlier evaluations back, and the weights of the best of them.</summary>
    public void Restore(IReadOnlyList<ScoredEpoch> history, float[] bestWeights)
    {
        _history.AddRange(history);
        Best = _history.MinBy(point => point.Scores.Total);
        BestWeights = bestWeights;
        EvaluationsWithoutBetter = Best is null ? 0 : _history.Count - 1 - _history.IndexOf(Best);
    }

    /// <summary>Whether the last epoch done was evaluated.</summary>
    public bool IsEvaluated => _history is [.., var last] && last.Epoch == Epoch;

    /// <summary>Whether a run that ends with an epoch has come there, or before it has nothing left to train.</summary>
    /// <param name="configuration">How it is trained.</param>
    /// <param name="until">The epoch; null for the last.</param>
    public bool IsFinished(Configuration configuration, int? until)
    {
        return Epoch >= until || IsFinished(configuration);
    }

    /// <summary>Whether nothing is left to train: all epochs done, or too many evaluations without a better total.</summary>
    public bool IsFinished(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        int patience = configuration.Get(LoopKeys.Patience);
        return Epoch >= configuration.Get(LoopKeys.Epochs) || (patience > 0 && EvaluationsWithoutBetter >= patience);
    }
}
