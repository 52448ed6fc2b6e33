using System.Runtime.Intrinsics;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Evaluation.Boosting.Losses;

/// <summary>Minus the log-likelihood of several classes; the raw numbers are logarithms of their odds, one output a class.</summary>
/// <param name="classes">The class of each row, from 0. All occur.</param>
/// <param name="count">How many classes there are, at least two.</param>
internal sealed class SoftmaxLoss(int[] classes, int count) : BoostingLoss
{
    public override int RowCount => classes.Length;

    public override double[] Start
    {
        get
        {
            double[] start = new double[count];
            for (int each = 0; each < count; each++)
            {
                start[each] = Logarithm.Of((double)classes.Count(number => number == each) / classes.Length);
            }

            double mean = start.Average();
            return [.. start.Select(log => log - mean)];
        }
    }

    public override void Fill(double[][] raw, Vector256<double>[][] gradients)
    {
        double[] odds = new double[count];
        for (int row = 0; row < classes.Length; row++)
        {
            (_, double sum) = FillOdds(raw, row, odds);
            for (int each = 0; each < count; each++)
            {
                double probability = odds[each] / sum;
                gradients[each][row] = Vector256.Create(probability - (classes[row] == each ? 1 : 0), probability * (1 - probability), 1, 0);
            }
        }
    }

    public override double MeanOf(double[][] raw)
    {
        double[] odds = new double[count];
        double total = 0;
        for (int row = 0; row < classes.Length; row++)
        {
            (double largest, double sum) = FillOdds(raw, row, odds);
            total += largest + Logarithm.Of(sum) - raw[classes[row]][row];
        }

        return total / classes.Length;
    }

    public override double[][] Probabilities(double[][] raw)
    {
        double[] odds = new double[count];
        double[][] probabilities = [.. raw.Select(ofClass => new double[ofClass.Length])];
        for (int row = 0; row < raw[0].Length; row++)
        {
            (_, double sum) = FillOdds(raw, row, odds);
            for (int each = 0; each < count; each++)
            {
                probabilities[each][row] = odds[each] / sum;
            }
        }

        return probabilities;
    }

    public override BoostingLoss Take(int[] rows)
    {
        return new SoftmaxLoss([.. rows.Select(row => classes[row])], count);
    }

    public override int ClassOf(int row)
    {
        return classes[row];
    }

    // Against the likeliest class, so that nothing overflows.
    private static (double Largest, double Sum) FillOdds(double[][] raw, int row, double[] odds)
    {
        double largest = double.NegativeInfinity;
        foreach (double[] ofClass in raw)
        {
            largest = Math.Max(largest, ofClass[row]);
        }

        double sum = 0;
        for (int each = 0; each < odds.Length; each++)
        {
            odds[each] = Exponential.Of(raw[each][row] - largest);
            sum += odds[each];
        }

        return (largest, sum);
    }
}
