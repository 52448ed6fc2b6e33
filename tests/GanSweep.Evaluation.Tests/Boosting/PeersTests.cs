using System.Globalization;
using GanSweep.Evaluation.Boosting;
using GanSweep.Evaluation.Boosting.Losses;
using GanSweep.Evaluation.Prediction;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tests;

namespace GanSweep.Evaluation.Tests.Boosting;

/// <summary>What scikit-learn's HistGradientBoosting gets on real tables that are divided in the same way (PEERS.md beside them); skipped where they are not.</summary>
public class PeersTests
{
    [Theory]
    [InlineData("insurance", "charges", 0.847, 0.02)]
    [InlineData("california", "median_house_value", 0.829, 0.01)]
    public void Train_OnRealRows_TellsNumbersAsWellAsScikitLearn(string name, string target, double expected, double tolerance)
    {
        (Table training, Table test) = Split(name);
        int column = training.ColumnNames.ToList().IndexOf(target);

        double[][] told = GradientBoosting.Train(Without(training, column), new SquaredLoss([.. training.Column(column)])).Predict(Without(test, column));

        Assert.Equal(expected, Determination.Of(told[0], [.. test.Column(column)])!.Value, tolerance);
    }

    [Theory]
    [InlineData("wilt", "class", 0.984)]
    [InlineData("adult", "income", 0.924)]
    public void Train_OnRealRows_TellsClassesAsWellAsScikitLearn(string name, string target, double expected)
    {
        (Table training, Table test) = Split(name);
        int column = training.ColumnNames.ToList().IndexOf(target);
        double first = training.Column(column)[0];

        double[][] told = GradientBoosting.Train(Without(training, column), new LogisticLoss(Are(training, column, first))).Predict(Without(test, column));

        Assert.Equal(expected, AreaUnderCurve.Of(told[0], Are(test, column, first))!.Value, 0.01);
    }

    private static bool[] Are(Table table, int column, double level)
    {
        return [.. table.Column(column).ToArray().Select(value => value == level)];
    }

    private static Table Without(Table table, int column)
    {
        return table.Choose([.. Enumerable.Range(0, table.ColumnCount).Where(other => other != column)]);
    }

    private static (Table Training, Table Test) Split(string name)
    {
        string split = Path.Combine(MixedTablesFolder.Location, "splits", $"{name}.csv");
        Assert.SkipUnless(File.Exists(split), MixedTablesFolder.Lacks(split));
        Table table = TableReader.Parse(File.ReadAllBytes(Path.Combine(MixedTablesFolder.Location, $"{name}.csv")), $"{name}.csv");
        string[][] rows = [.. File.ReadLines(split).Skip(1).Select(line => line.Split(','))];
        int[] Of(string part) => [.. rows.Where(row => row[1] == part).Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))];
        return (table.Take(Of("train")), table.Take(Of("test")));
    }
}
