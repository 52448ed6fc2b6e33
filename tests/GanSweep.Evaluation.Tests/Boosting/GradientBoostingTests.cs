using GanSweep.Evaluation.Boosting;
using GanSweep.Evaluation.Boosting.Losses;
using GanSweep.Evaluation.Prediction;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Boosting;

public class GradientBoostingTests
{
    [Fact]
    public void Train_OfASumOfFunctions_TellsIt()
    {
        Table training = Uniform(2000, columns: 4, seed: 1);
        Table test = Uniform(2000, columns: 4, seed: 2);

        double[][] told = GradientBoosting.Train(training, new SquaredLoss(Additive(training))).Predict(test);

        Assert.InRange(Determination.Of(told[0], Additive(test))!.Value, 0.95, 1);
    }

    [Fact]
    public void Train_OfExclusiveOr_SeesWhatNoColumnTellsAlone()
    {
        Table training = Uniform(2000, columns: 2, seed: 1);
        Table test = Uniform(2000, columns: 2, seed: 2);

        double[][] told = GradientBoosting.Train(training, new LogisticLoss(Differ(training))).Predict(test);

        Assert.InRange(AreaUnderCurve.Of(told[0], Differ(test))!.Value, 0.98, 1);
    }

    [Fact]
    public void Train_OfNoise_TellsNothing()
    {
        bool[] training = Differ(Uniform(2000, columns: 2, seed: 3));
        bool[] test = Differ(Uniform(2000, columns: 2, seed: 4));

        double[][] told = GradientBoosting.Train(Uniform(2000, columns: 4, seed: 1), new LogisticLoss(training)).Predict(Uniform(2000, columns: 4, seed: 2));

        // Four standard errors of the area of what says nothing, √(1 / 6n) of n rows a class.
        Assert.Equal(0.5, AreaUnderCurve.Of(told[0], test)!.Value, 4 * Math.Sqrt(1 / 6000.0));
    }

    [Fact]
    public void Train_OfMissingCellsThatMatter_SendsThemWhereTheyGain()
    {
        // The number is 3 where the cell is missing, and else 1 or 2 by the cell.
        double[] cells = [.. Enumerable.Range(0, 300).Select(row => row % 3 == 0 ? double.NaN : row % 3)];
        double[] numbers = [.. cells.Select(cell => double.IsNaN(cell) ? 3 : cell)];

        double[][] told = GradientBoosting.Train(Tables.Of(cells), new SquaredLoss(numbers)).Predict(Tables.Of([1, 2, double.NaN]));

        Assert.Equal([1, 2, 3], told[0].Select(value => Math.Round(value, 3)));
    }

    [Fact]
    public void Train_OfSeveralClasses_TellsEach()
    {
        Table training = Uniform(2000, columns: 2, seed: 1);
        Table test = Uniform(1000, columns: 2, seed: 2);
        int[] actual = Thirds(test);

        double[][] told = GradientBoosting.Train(training, new SoftmaxLoss(Thirds(training), 3)).Predict(test);

        Assert.All(Enumerable.Range(0, 3), each =>
            Assert.InRange(AreaUnderCurve.Of(told[each], [.. actual.Select(number => number == each)])!.Value, 0.98, 1));
    }

    [Fact]
    public void Train_OfTwoClassesAsOfSeveral_RanksAlike()
    {
        Table training = Uniform(500, columns: 3, seed: 1);
        bool[] second = [.. Additive(training).Select(value => value > 0.5)];

        double[] two = GradientBoosting.Train(training, new LogisticLoss(second)).Predict(training)[0];
        double[][] several = GradientBoosting.Train(training, new SoftmaxLoss([.. second.Select(each => each ? 1 : 0)], 2)).Predict(training);

        Assert.All(two.Zip(several[1], several[0]), row => Assert.Equal(row.First > 0, row.Second > row.Third));
    }

    [Fact]
    public void Train_OneTreeOfFewRows_SaysTheMean()
    {
        // Thirty-nine rows cannot be divided into leaves of twenty.
        double[] numbers = [.. Enumerable.Range(0, 39).Select(row => (double)row)];

        BoostedTrees trees = GradientBoosting.Train(Tables.Of(numbers), new SquaredLoss(numbers));

        Assert.Equal([19, 19], trees.Predict(Tables.Of([0, 38]))[0].Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void Train_OneTreeOfTwoValues_MovesATenthOfTheWay()
    {
        // The mean is 2, and each half is 1 off: a leaf says a tenth of its mean difference. 10.5 is halfway.
        double[] cells = [.. Enumerable.Range(0, 40).Select(row => row < 20 ? 10.0 : 11)];
        double[] numbers = [.. cells.Select(cell => cell == 10 ? 1.0 : 3)];

        BoostedTrees trees = GradientBoosting.Train(Tables.Of(cells), new SquaredLoss(numbers), new BoostingBounds { Iterations = 1 });

        Assert.Equal([1.9, 1.9, 1.9, 2.1, 2.1], trees.Predict(Tables.Of([-5, 10, 10.5, 10.6, 99]))[0].Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Train_OneTreeOfTwoClasses_StepsByNewton()
    {
        // Of 60 rows 20 are of the second class: log-odds of log ½. Gradients of p − y, hessians of p(1 − p), p = ⅓: −(−⅔ · 20) / (2/9 · 20) = 3 and −1.5.
        double[] cells = [.. Enumerable.Range(0, 60).Select(row => row < 40 ? 0.0 : 1)];
        bool[] second = [.. cells.Select(cell => cell == 1)];

        double[] told = GradientBoosting.Train(Tables.Of(cells), new LogisticLoss(second), new BoostingBounds { Iterations = 1 }).Predict(Tables.Of([0, 1]))[0];

        Assert.Equal(Math.Log(0.5) - 0.15, told[0], 1e-12);
        Assert.Equal(Math.Log(0.5) + 0.3, told[1], 1e-12);
    }

    [Fact]
    public void Train_OfManyRows_StopsWhenOthersTellNoMore()
    {
        Table rows = Uniform(12_000, columns: 2, seed: 1);
        double[] noise = [.. Uniform(12_000, columns: 1, seed: 2).Column(0)];

        int ofNoise = GradientBoosting.Train(rows, new SquaredLoss(noise)).Iterations;
        int ofFew = GradientBoosting.Train(rows.Thinned(10_000), new SquaredLoss(noise[..10_000])).Iterations;

        Assert.InRange(ofNoise, 10, 60);
        Assert.Equal(100, ofFew);
    }

    [Fact]
    public void Train_Again_HasTheSameBits()
    {
        Table rows = Uniform(3000, columns: 5, seed: 1);

        double[] Told() => GradientBoosting.Train(rows, new LogisticLoss(Differ(rows))).Predict(rows)[0];

        Assert.Equal(Told().Select(BitConverter.DoubleToInt64Bits), Told().Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Train_TreesThatLookAtOneColumnEach_AddColumnsUpAndSeeNothingElse()
    {
        // Which half differs hangs on both columns together; the sum on each by itself.
        Table rows = Uniform(3000, columns: 2, seed: 1);
        Table test = Uniform(3000, columns: 2, seed: 2);
        bool[] isLarge = [.. rows.Column(0).ToArray().Zip(rows.Column(1).ToArray(), (one, other) => one + other > 1)];

        double OfDifference(int columns) => Right(GradientBoosting.Train(rows, new LogisticLoss(Differ(rows)), new BoostingBounds { ColumnsOfATree = columns }).Predict(test)[0], Differ(test));
        double ofSum = Right(
            GradientBoosting.Train(rows, new LogisticLoss(isLarge), new BoostingBounds { ColumnsOfATree = 1 }).Predict(test)[0],
            [.. test.Column(0).ToArray().Zip(test.Column(1).ToArray(), (one, other) => one + other > 1)]);

        Assert.InRange(OfDifference(1), 0.4, 0.6);
        Assert.InRange(OfDifference(2), 0.95, 1);
        Assert.InRange(ofSum, 0.9, 1);
    }

    private static double Right(double[] told, bool[] second)
    {
        return told.Zip(second).Count(pair => pair.First > 0 == pair.Second) / (double)told.Length;
    }

    private static double[] Additive(Table table)
    {
        return [.. Enumerable.Range(0, table.RowCount).Select(row =>
            Math.Sin(6 * table.Column(0)[row]) + (table.Column(1)[row] * table.Column(1)[row]) + (table.Column(2)[row] > 0.5 ? 1 : 0))];
    }

    private static bool[] Differ(Table table)
    {
        return [.. Enumerable.Range(0, table.RowCount).Select(row => (table.Column(0)[row] > 0.5) != (table.Column(1)[row] > 0.5))];
    }

    private static int[] Thirds(Table table)
    {
        return [.. Enumerable.Range(0, table.RowCount).Select(row => (int)(3 * Math.Abs(table.Column(0)[row] - table.Column(1)[row])))];
    }

    private static Table Uniform(int rows, int columns, long seed)
    {
        float[] numbers = new float[rows * columns];
        new CounterRandom(seed, RandomPurpose.Sampling, 0).FillUniform(numbers);
        return Tables.Of([.. Enumerable.Range(0, columns).Select(column => numbers.AsSpan(column * rows, rows).ToArray().Select(number => (double)number).ToArray())]);
    }
}
