using GanSweep.Evaluation.Baselines.Paths;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Sequences;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Baselines.Paths;

/// <summary>The figures of docs/time.md: medians over five seeds, paths of as many rows as the table has.</summary>
public sealed class DocumentedFiguresTests
{
    private const int Seeds = 5;

    private static readonly SequencedTable Returns = TimeTables.Single(OracleFiles.Table("time/real.csv"));

    [Theory]
    [InlineData("iid", "0.028 0.079 0.038 0.029 0.147 0.027 0.066 0.088 2 1.001")]
    [InlineData("stationaryBootstrap", "0.022 0.019 0.02 0.024 0.107 0.007 0.133 0.126 309 71.5")]
    [InlineData("filteredHistoricalSimulation", "0.034 0.033 0.042 0.031 0.181 0.034 0.056 0.095 0 0")]
    public void Draw_OfTheReturns_GetsWhatTheDocumentSays(string name, string figures)
    {
        Comparison[] comparisons = [.. Enumerable.Range(0, Seeds).Select(seed => TimeTables.Compare(Returns, Baseline(name, seed).Draw(Returns, Returns.Table.RowCount)))];
        IEnumerable<Func<Comparison, double?>> scores =
        [
            .. ((string[])["autocorrelationGap", "volatilityGap", "leverageGap", "crossAutocorrelationGap", "shortfallGap", "tailIndexGap", "drawdownGap", "aggregateGap"])
                .Select(score => TimeTables.Gaps[score]),
            comparison => CopiedRuns.Of(comparison)!.Longest,
            comparison => CopiedRuns.Of(comparison)!.Mean,
        ];

        string found = string.Join(' ', scores.Select(score => Median(comparisons.Select(comparison => score(comparison)!.Value)).ToString("0.###")));

        Assert.Equal(figures, found);
    }

    private static double Median(IEnumerable<double> values)
    {
        return values.Order().ElementAt(Seeds / 2);
    }

    private static IPathBaseline Baseline(string name, long seed)
    {
        IPathBaseline[] all = [new Iid(seed), new StationaryBootstrap(null, seed), new FilteredHistoricalSimulation(seed)];
        return all.Single(baseline => baseline.Name == name);
    }
}
