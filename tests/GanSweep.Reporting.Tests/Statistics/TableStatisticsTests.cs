using System.Text.Json;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Tests.Statistics;

public sealed class TableStatisticsTests
{
    [Theory]
    [InlineData("real")]
    [InlineData("synthetic")]
    public void Describe_Losses_AgreesWithTheGoldenFile(string which)
    {
        Table table = Tables.Read($"losses-normal.{which}.csv");
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", "losses-normal.expected.json")));

        for (int column = 0; column < table.ColumnCount; column++)
        {
            JsonElement golden = expected.RootElement.GetProperty("perColumn").GetProperty(table.ColumnNames[column]).GetProperty("describe").GetProperty(which);
            ColumnSummary summary = TableStatistics.Describe(table.Column(column));
            double[] found = [summary.Count, summary.Mean, summary.Std, summary.Min, summary.Q25, summary.Median, summary.Q75, summary.Max];
            string[] names = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"];

            Assert.All(names.Zip(found), pair => Assert.Equal(golden.GetProperty(pair.First).GetDouble(), pair.Second, 1e-12));
        }
    }

    [Fact]
    public void Spearman_MonotonousColumnsWithTies_IsOne()
    {
        Table table = new(["x", "y", "constant"], [[1, 2, 2, 50], [0.1, 0.2, 0.2, 0.3], [4, 4, 4, 4]]);

        Assert.Equal(1, TableStatistics.Spearman(table)[0, 1], 1e-12);
        Assert.True(TableStatistics.Pearson(table)[0, 1] < 0.9);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Statistics_ColumnsOfAnySize_AreThoseOfPlainOnes(double factor)
    {
        double[] plain = [1, 2, 2, 50];
        double[] scaled = [.. plain.Select(value => value * factor)];

        Assert.Equal(TableStatistics.Describe(plain).Mean, TableStatistics.Describe(scaled).Mean / factor, 1e-12);
        Assert.Equal(TableStatistics.Describe(plain).Std, TableStatistics.Describe(scaled).Std / factor, 1e-12);
        Assert.Equal(1, TableStatistics.Pearson(new Table(["x", "y"], [plain, scaled]))[0, 1], 1e-12);
    }

    [Fact]
    public void Correlations_MissingCells_AreOfTheRowsWhereBothAreThere()
    {
        double none = double.NaN;
        Table table = new(["x", "y", "few", "nothing"], [[1, 2, 3, 50], [0.1, none, 0.2, 0.3], [none, none, none, 1], [none, none, none, none]]);
        Table common = new(["x", "y"], [[1, 3, 50], [0.1, 0.2, 0.3]]);

        Assert.Equal(TableStatistics.Pearson(common)[0, 1], TableStatistics.Pearson(table)[0, 1], 1e-12);
        Assert.Equal(1, TableStatistics.Spearman(table)[1, 0], 1e-12);
        Assert.All(Enumerable.Range(0, 4), column => Assert.Equal(double.NaN, TableStatistics.Pearson(table)[column, 2]));
        Assert.All(Enumerable.Range(0, 4), column => Assert.Equal(double.NaN, TableStatistics.Spearman(table)[3, column]));
        Assert.Equal(0, TableStatistics.Describe(table.Present(3)).Count);
    }

    [Fact]
    public void Pearson_ConstantColumn_IsNotANumber()
    {
        Table table = new(["x", "constant"], [[1, 2, 3], [0.1, 0.1, 0.1]]);
        double[,] correlations = TableStatistics.Pearson(table);

        Assert.Equal([1, double.NaN, double.NaN, double.NaN], correlations.Cast<double>());
    }
}
