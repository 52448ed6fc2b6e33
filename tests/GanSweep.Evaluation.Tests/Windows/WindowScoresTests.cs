using GanSweep.Evaluation.Baselines.Paths;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Evaluation.Windows;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Windows;

public sealed class WindowScoresTests
{
    private static readonly RowSequence InBlocks = new(RowSequence.FileOrder, Window: 5, Blocks: 4);
    private static readonly Table Returns = OracleFiles.Table("time/real.csv").Take([.. Enumerable.Range(0, 600)]);
    private static readonly HoldoutSplit Split = HoldoutSplit.Of(Returns, 0.4, InBlocks);
    private static readonly RealSide Real = new(Returns, Split, sequence: SequencedTable.Of(Returns, InBlocks));

    private static readonly double[] Ranges =
        [.. Enumerable.Range(0, Returns.ColumnCount).Select(column => Returns.Column(column).ToArray()).Select(values => values.Max() - values.Min())];

    private static readonly Lazy<ScoreRange[]> Unseen = new(() => [.. UnseenEstimator.Estimate(Real, 0.4, CancellationToken.None)]);

    [Fact]
    public void Scores_OfWhatRepeatsStretches_AreCaughtAndOfWhatDoesNotAreNot()
    {
        Scores copies = ScoresOf(new StationaryBootstrap().Draw(Split.InOrder(Real.Sequence!).Training, 1200));
        Scores unknowing = ScoresOf(new FilteredHistoricalSimulation().Draw(Real.Sequence!, 1200));
        (ScoreRange membership, ScoreRange closer) = (RangeOf(Score.WindowMembership), RangeOf(Score.CloserWindows));

        Assert.InRange(membership.Mean, 0.45, 0.6);
        Assert.InRange(closer.Mean, 0.45, 0.55);
        Assert.True(copies[Score.WindowMembership] > Math.Max(membership.High, 0.9), $"{copies[Score.WindowMembership]} {membership}");
        Assert.True(copies[Score.CloserWindows] > Math.Max(closer.High, 0.7), $"{copies[Score.CloserWindows]} {closer}");
        Assert.InRange(unknowing[Score.WindowMembership]!.Value, membership.Low - 0.03, membership.High + 0.03);
        Assert.InRange(unknowing[Score.CloserWindows]!.Value, closer.Low - 0.03, closer.High + 0.03);
    }

    [Fact]
    public void CloserWindows_IsTheShareThatPairsOfWindowsGive()
    {
        Comparison comparison = new(Real, new FilteredHistoricalSimulation().Draw(Real.Sequence!, 200));
        RealWindows windows = RealWindows.On(Real)!;
        RowWindows synthetic = new(comparison.Sequence!, 5);
        CloserOdds odds = new(windows.Training.Count, windows.HeldOut.Count);

        double expected = Starts(synthetic).Average(start =>
        {
            double[] DistancesTo(RowWindows others) => [.. Starts(others).Select(other => Enumerable.Range(0, 5).Average(row => Distance(synthetic, start + row, others, other + row)))];
            return odds.Of(DistancesTo(windows.Training), DistancesTo(windows.HeldOut).Min());
        });

        Assert.Equal(expected, WindowCloseness.Of(comparison)!.Value, 1e-12);
    }

    [Fact]
    public void Scores_WithoutTimeOrHoldout_DoNotExist()
    {
        RealSide withoutTime = new(Returns, Split);
        RealSide withoutHoldout = new(Returns, new HoldoutSplit(Returns, null), sequence: Real.Sequence);
        foreach (RealSide real in (RealSide[])[withoutTime, withoutHoldout])
        {
            Scores scores = Scores.Of(new Comparison(real, Returns), [Score.WindowMembership, Score.CloserWindows]);

            Assert.Null(scores[Score.WindowMembership]);
            Assert.Null(scores[Score.CloserWindows]);
            Assert.Null(Score.CloserWindows.OfSplits!(real));
            Assert.Null(Score.WindowMembership.OfSplits!(real));
        }
    }

    private static Scores ScoresOf(SequencedTable paths)
    {
        return Scores.Of(new Comparison(Real, paths), [Score.WindowMembership, Score.CloserWindows]);
    }

    private static ScoreRange RangeOf(Score score)
    {
        return Unseen.Value.Single(range => range.Score == score);
    }

    private static int[] Starts(RowWindows windows)
    {
        return windows.EvenlySpaced(int.MaxValue);
    }

    private static double Distance(RowWindows from, int row, RowWindows to, int other)
    {
        return Enumerable.Range(0, Returns.ColumnCount).Average(
            column => Math.Min(Math.Abs(from.Rows.Table.Column(column)[row] - to.Rows.Table.Column(column)[other]) / Ranges[column], 1));
    }
}
