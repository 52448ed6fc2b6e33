using GanSweep.Evaluation.Boosting;
using GanSweep.Evaluation.Boosting.Losses;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Prediction;

/// <summary>
/// What a table is good for: how well boosted trees that are trained on its rows tell the target of real rows that were held out (train on synthetic, test on
/// real: Esteban, Hyland and Rätsch 2017). R² of numbers and dates; of levels the mean over classes of the area under the curve of each against all others. Rows without a
/// target are left out. Null without a target, without held-out rows, or if they have but one value of it.
/// </summary>
/// <remarks>
/// At most 16,384 evenly spaced rows are trained on, of n > 4 classes 65,536 / n, and as many held-out rows at most are told. Levels beyond the fifteen most
/// frequent are one class. It takes about half a second for 16,384 rows of 15 columns and a target of numbers or two classes, and up to four seconds of sixteen.
/// </remarks>
internal sealed class Utility
{
    private const int MostRows = 1 << 14;
    private const int MostRowsOfAllClasses = 1 << 16;

    private readonly int _target;
    private readonly int[] _predictors;
    private readonly Table? _test;
    private readonly TargetClasses? _classes;

    // Numbers are told in units of the largest held-out one, so that no square overflows.
    private readonly double _unit;

    private Utility(RealSide real)
    {
        if (real.Target is not { } target || real.Split.HeldOut is not { } heldOut || real.Table.ColumnCount == 1)
        {
            _predictors = [];
            return;
        }

        _target = target;
        _predictors = [.. Enumerable.Range(0, real.Table.ColumnCount).Where(column => column != target)];
        _classes = real.Table.Schema[target].HasLevels ? new TargetClasses(real.Split.Training, target) : null;
        Table test = WithTarget(heldOut).Thinned(MostRows);
        _unit = test.RowCount == 0 ? 1 : test.Column(target).ToArray().Max(Math.Abs);
        _test = CanBeTold(test) ? test : null;
    }

    /// <summary><c>utility</c>.</summary>
    public static double? Of(Comparison comparison)
    {
        return On(comparison.Real).OfTrainedOn(comparison.Synthetic);
    }

    /// <summary>What the real rows get that are trained on.</summary>
    public static double? OfReal(RealSide real)
    {
        Utility utility = On(real);
        return utility._test is null ? null : utility.OfTrainedOn(real.Split.Training);
    }

    private static Utility On(RealSide real)
    {
        return real.Part(side => new Utility(side));
    }

    private double? OfTrainedOn(Table rows)
    {
        return _test is not { } test ? null
            : _classes is { } classes ? AreaOf(WithTarget(rows), test, classes)
            : DeterminationOf(WithTarget(rows).Thinned(MostRows), test);
    }

    private double DeterminationOf(Table training, Table test)
    {
        // Nothing to learn from is as good as the mean.
        if (training.RowCount == 0)
        {
            return 0;
        }

        double[] told = GradientBoosting.Train(training.Choose(_predictors), new SquaredLoss(InUnits(training))).Predict(test.Choose(_predictors))[0];
        return Math.Max(Determination.Of(told, InUnits(test))!.Value, -RealSide.LargestGap);
    }

    private double AreaOf(Table training, Table test, TargetClasses classes)
    {
        training = training.Thinned(Math.Min(MostRows, MostRowsOfAllClasses / classes.Count));
        int[] actual = classes.Of(test.Column(_target));
        double[]?[] told = TellClasses(training, classes, test);
        double sum = 0;
        int count = 0;
        for (int each = 0; each < told.Length; each++)
        {
            bool[] isOfClass = [.. actual.Select(number => number == each)];
            double? area = AreaUnderCurve.Of(told[each] ?? new double[actual.Length], isOfClass);
            sum += area ?? 0;
            count += area is null ? 0 : 1;
        }

        return sum / count;
    }

    // Of each class a number that is larger the likelier it is; null of one that cannot be learnt.
    private double[]?[] TellClasses(Table training, TargetClasses classes, Table test)
    {
        int[] learnt = classes.Of(training.Column(_target));
        int[] known = [.. learnt.Distinct().Order()];
        double[]?[] told = new double[classes.Count][];
        if (known.Length < 2)
        {
            return told;
        }

        BoostingLoss loss = known.Length == 2
            ? new LogisticLoss([.. learnt.Select(each => each == known[1])])
            : new SoftmaxLoss([.. learnt.Select(each => Array.BinarySearch(known, each))], known.Length);
        double[][] probabilities = loss.Probabilities(GradientBoosting.Train(training.Choose(_predictors), loss).Predict(test.Choose(_predictors)));
        for (int i = 0; i < known.Length; i++)
        {
            told[known[i]] = probabilities[i];
        }

        return told;
    }

    private bool CanBeTold(Table test)
    {
        return _classes is null ? Varies(test.Column(_target)) : _classes.Of(test.Column(_target)).Distinct().Count() > 1;
    }

    private static bool Varies(ReadOnlySpan<double> values)
    {
        return !values.IsEmpty && values.ContainsAnyExcept(values[0]);
    }

    private double[] InUnits(Table table)
    {
        return [.. table.Column(_target).ToArray().Select(value => Math.Clamp(value / _unit, -RealSide.LargestGap, RealSide.LargestGap))];
    }

    private Table WithTarget(Table table)
    {
        double[] cells = table.Column(_target).ToArray();
        return table.MissingCount(_target) == 0 ? table : table.Take([.. Enumerable.Range(0, cells.Length).Where(row => !double.IsNaN(cells[row]))]);
    }
}
