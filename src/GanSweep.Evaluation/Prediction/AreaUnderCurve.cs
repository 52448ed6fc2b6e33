using GanSweep.Evaluation.Columns;

namespace GanSweep.Evaluation.Prediction;

/// <summary>
/// The area under the ROC curve: the probability that a row of a class has a larger number than a row of another, ties half (Hanley and McNeil, "The meaning
/// and use of the area under a receiver operating characteristic curve", 1982).
/// </summary>
internal static class AreaUnderCurve
{
    /// <summary>The area; null if all rows are of the class or none is.</summary>
    /// <param name="numbers">Of each row a finite number, larger the more it looks like one of the class.</param>
    /// <param name="isOfClass">Whether it is.</param>
    public static double? Of(double[] numbers, bool[] isOfClass)
    {
        double[] ranks = SortedColumn.RanksOf(numbers);
        double sum = 0;
        long count = 0;
        for (int row = 0; row < ranks.Length; row++)
        {
            sum += isOfClass[row] ? ranks[row] : 0;
            count += isOfClass[row] ? 1 : 0;
        }

        long others = ranks.Length - count;
        return count == 0 || others == 0 ? null : (sum - (count * (count + 1) / 2.0)) / count / others;
    }
}
