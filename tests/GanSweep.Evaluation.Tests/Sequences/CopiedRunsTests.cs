using CsCheck;
using GanSweep.Evaluation.Baselines.Paths;
using GanSweep.Evaluation.Sequences;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Sequences;

public sealed class CopiedRunsTests
{
    private static readonly SequencedTable Returns = TimeTables.Single(OracleFiles.Table("time/real.csv"));

    [Fact]
    public void Of_TheTableItself_IsAllOfIt()
    {
        CopiedRuns runs = Of(Returns, Returns);

        Assert.Equal(1859, runs.Longest);
        Assert.Equal(1859, runs.Mean);
    }

    [Fact]
    public void Of_OtherNumbers_IsNothing()
    {
        CopiedRuns runs = Of(Returns, TimeTables.Single(Tables.Map(Returns.Table, x => x + 1e-15)));

        Assert.Equal(0, runs.Longest);
        Assert.Equal(0, runs.Mean);
    }

    // Of the golden table: its blocks have 20 rows on average.
    [Fact]
    public void Of_AStationaryBootstrap_IsACopier()
    {
        CopiedRuns copier = Of(Returns, TimeTables.Single(OracleFiles.Table("time/stationary.csv")));
        CopiedRuns chance = Of(Returns, TimeTables.Single(OracleFiles.Table("time/iid.csv")));

        Assert.InRange(copier.Longest, 60, 300);
        Assert.InRange(copier.Mean, 17, 23);
        Assert.InRange(chance.Longest, 1, 3);
        Assert.InRange(chance.Mean, 1, 1.01);
    }

    [Fact]
    public void Of_OurOwnBootstrapOfBlocks_HasTheirMeanLength()
    {
        Assert.InRange(Of(Returns, new StationaryBootstrap(50).Draw(Returns, 20_000)).Mean, 45, 56);
        Assert.InRange(Of(Returns, new Iid().Draw(Returns, 20_000)).Mean, 1, 1.01);
        Assert.Equal(0, Of(Returns, new FilteredHistoricalSimulation().Draw(Returns, 2000)).Longest);
    }

    [Fact]
    public void Of_StretchesOfSeveralSeries_EndWithThem()
    {
        SequencedTable real = new(Tables.Of([1, 2, 3, 4, 5, 6]), [3, 3]);

        CopiedRuns across = Of(real, TimeTables.Single(Tables.Of([2, 3, 4, 5, 9, 1, 2])));
        CopiedRuns apart = Of(real, new SequencedTable(Tables.Of([1, 2, 3]), [1, 2]));

        // 2 3, then 4 5, then 1 2; and 1, then 2 3.
        Assert.Equal((2, 2.0), (across.Longest, across.Mean));
        Assert.Equal((2, 1.5), (apart.Longest, apart.Mean));
    }

    [Fact]
    public void Of_RowsAtOtherTimes_LooksAtWhatTheySay()
    {
        SequencedTable real = new(
            new([new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("x"), new ColumnSchema("word", ColumnKind.Category) { Levels = ["a", "b"] }], [[1, 2, 3], [5, 6, double.NaN], [0, 1, double.NaN]]),
            [3],
            clock: 0);
        SequencedTable later = new(real.Table.WithRows([[7, 8, 9], [5, 6, double.NaN], [0, 1, double.NaN]]), [3], clock: 0);
        SequencedTable otherWord = new(real.Table.WithRows([[7, 8, 9], [5, 6, double.NaN], [0, 0, double.NaN]]), [3], clock: 0);

        Assert.Equal(3, Of(real, later).Longest);
        Assert.Equal(1, Of(real, otherWord).Longest);
    }

    // Against the definition, of words that repeat.
    [Fact]
    public void Of_AnySeries_AgreesWithTheDefinition()
    {
        Gen<SequencedTable> any = Gen.Int[1, 12].Array[1, 3].Where(lengths => lengths.Sum() > 1).SelectMany(lengths => Gen.Int[0, 2].Array[lengths.Sum()]
            .Select(cells => new SequencedTable(Tables.Of([.. cells.Select(cell => (double)cell)]), [.. lengths])));

        Gen.Select(any, any).Sample(
            pair =>
            {
                (SequencedTable real, SequencedTable synthetic) = pair;
                CopiedRuns runs = Of(real, synthetic);
                Assert.Equal(LongestOf(real, synthetic), runs.Longest);
                Assert.Equal(MeanOf(real, synthetic), runs.Mean, 1e-12);
            },
            iter: 3000);
    }

    private static CopiedRuns Of(SequencedTable real, SequencedTable synthetic)
    {
        return CopiedRuns.Of(TimeTables.Compare(real, synthetic))!;
    }

    private static double[][] SeriesOf(SequencedTable table)
    {
        return [.. table.Series.Select(series => table.Table.Column(0)[series].ToArray())];
    }

    private static bool IsIn(double[][] real, ReadOnlySpan<double> stretch)
    {
        foreach (double[] series in real)
        {
            if (series.AsSpan().IndexOf(stretch) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int LongestOf(SequencedTable real, SequencedTable synthetic)
    {
        int longest = 0;
        foreach (double[] path in SeriesOf(synthetic))
        {
            for (int start = 0; start < path.Length; start++)
            {
                for (int length = 1; start + length <= path.Length && IsIn(SeriesOf(real), path.AsSpan(start, length)); length++)
                {
                    longest = Math.Max(longest, length);
                }
            }
        }

        return longest;
    }

    private static double MeanOf(SequencedTable real, SequencedTable synthetic)
    {
        List<int> lengths = [];
        foreach (double[] path in SeriesOf(synthetic))
        {
            for (int start = 0; start < path.Length;)
            {
                int length = 0;
                while (start + length < path.Length && IsIn(SeriesOf(real), path.AsSpan(start, length + 1)))
                {
                    length++;
                }

                if (length > 0)
                {
                    lengths.Add(length);
                }

                start += Math.Max(length, 1);
            }
        }

        return lengths.Count == 0 ? 0 : lengths.Average();
    }
}
