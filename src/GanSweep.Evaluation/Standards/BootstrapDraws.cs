using System.Collections.Immutable;
using GanSweep.Evaluation.Baselines.Paths;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Scoring;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Standards;

/// <summary>
/// Scores of rows of the real table that are drawn with replacement (Efron 1979): one by one, and for the scores of time by the blocks of a stationary bootstrap, which
/// keep what hangs together. A block has on average as many rows as the series ask for (<see cref="BlockLength"/>), and at least as many as the window.
/// </summary>
internal sealed class BootstrapDraws
{
    private const long Seed = 0;

    private readonly RealSide _real;
    private readonly double _blockLength;

    /// <param name="real">The real side.</param>
    /// <param name="sequence">How its rows follow each other; null if they do not.</param>
    public BootstrapDraws(RealSide real, RowSequence? sequence)
    {
        _real = real;
        _blockLength = sequence is null ? 0 : Math.Max(BlockLength.Of(real.Sequence!.Shortened(YardstickEstimator.MostRows)), sequence.Window);
    }

    /// <summary>The scores of a draw against the whole table.</summary>
    /// <param name="rows">How many rows to draw.</param>
    /// <param name="step">Which draw.</param>
    /// <param name="scores">Which scores.</param>
    public Scores Score(int rows, long step, ImmutableArray<Score> scores)
    {
        int[] drawn = new int[rows];
        new CounterRandom(Seed, RandomPurpose.Bootstrap, step).FillBelow(drawn, _real.Table.RowCount);
        Comparison ofRows = new(_real, _real.Table.Take(drawn));
        Comparison? ofBlocks = _real.Sequence is { } sequence ? new Comparison(_real, new StationaryBootstrap(_blockLength, step).Draw(sequence, rows)) : null;
        return Scores.Of(scores.Select(score => (score, score.NeedsSequence ? ofBlocks is null ? null : score.Of(ofBlocks) : score.Of(ofRows))));
    }
}
