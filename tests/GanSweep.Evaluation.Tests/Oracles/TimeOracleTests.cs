using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Oracles;

/// <summary>Agreement with numbers that NumPy computed.</summary>
public sealed class TimeOracleTests
{
    private const double Tolerance = 1e-9;

    private static readonly JsonElement Expected = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", "time", "expected.json")));
    private static readonly Table Real = OracleFiles.Table("time/real.csv");

    public static TheoryData<string> Names { get; } = ["iid", "stationary", "five-series"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gaps_OfAGoldenPath_AgreeToNineDigits(string name)
    {
        Comparison comparison = TimeTables.Compare(TimeTables.Single(Real), Paths(name));

        Assert.Equal(8, Expected.GetProperty(name).EnumerateObject().Count());
        Assert.All(Expected.GetProperty(name).EnumerateObject(), score => Assert.Equal(score.Value.GetDouble(), TimeTables.Gaps[score.Name](comparison)!.Value, Tolerance));
    }

    private static SequencedTable Paths(string name)
    {
        Table table = OracleFiles.Table($"time/{name}.csv");
        if (table.ColumnNames[0] != "series")
        {
            return TimeTables.Single(table);
        }

        ImmutableArray<int> lengths = [.. table.Column(0).ToArray().GroupBy(series => series).Select(series => series.Count())];
        Assert.Equal([500, 500, 500, 500, 500], lengths);
        return new SequencedTable(table.Choose([1, 2, 3, 4]), lengths);
    }
}
