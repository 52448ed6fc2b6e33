using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;

namespace GanSweep.Sweeps.Books;

/// <summary>What trainers have told of a run that has not ended. In memory only: whoever trains it next tells it again.</summary>
internal sealed class LiveRun
{
    // For watchers; the result carries all of them.
    private const int MaxEpochs = 10_000;

    private readonly List<float> _discriminator = [];
    private readonly List<float> _discriminatorReal = [];
    private readonly List<float> _discriminatorFake = [];
    private readonly List<float> _generator = [];

    /// <summary>The last epoch done.</summary>
    public int Epoch { get; private set; }

    /// <summary>The scores of the best epoch so far.</summary>
    public ScoreValues? BestScores { get; private set; }

    /// <summary>The losses told so far, without a gap, the last ones if they are too many.</summary>
    public LossHistory Losses => new(
        Epoch - _discriminator.Count + 1, [.. _discriminator], [.. _discriminatorReal], [.. _discriminatorFake], [.. _generator]);

    /// <summary>The last epoch's losses, if any were told.</summary>
    public LossHistory? LastLosses => _discriminator.Count == 0
        ? null
        : new LossHistory(Epoch, [_discriminator[^1]], [_discriminatorReal[^1]], [_discriminatorFake[^1]], [_generator[^1]]);

    /// <summary>Takes a report in. One that does not join on to what is known (another attempt, a gap) replaces it.</summary>
    /// <returns>Epochs that are new.</returns>
    public int Take(ProgressReport report)
    {
        int known = Epoch - report.Losses.FirstEpoch + 1;
        if (known < 0 || known > report.Losses.Count || report.Epoch < Epoch)
        {
            _discriminator.Clear();
            _discriminatorReal.Clear();
            _discriminatorFake.Clear();
            _generator.Clear();
            known = 0;
        }

        Append(_discriminator, report.Losses.Discriminator, known);
        Append(_discriminatorReal, report.Losses.DiscriminatorReal, known);
        Append(_discriminatorFake, report.Losses.DiscriminatorFake, known);
        Append(_generator, report.Losses.Generator, known);
        Epoch = report.Epoch;
        BestScores = report.BestScores ?? BestScores;
        return report.Losses.Count - known;
    }

    private static void Append(List<float> losses, ImmutableArray<float> told, int known)
    {
        losses.AddRange(told.AsSpan()[known..]);
        if (losses.Count > MaxEpochs)
        {
            losses.RemoveRange(0, losses.Count - (MaxEpochs / 2));
        }
    }
}
