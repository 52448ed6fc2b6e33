using System.Runtime.Intrinsics;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Evaluation.Boosting.Losses;

/// <summary>Minus the log-likelihood of two classes; the raw number is the logarithm of the odds of the second.</summary>
/// <param name="isSecond">Whether each row is of the second class. Both occur.</param>
internal sealed class LogisticLoss(bool[] isSecond) : BoostingLoss
{
    public override int RowCount => isSecond.Length;

    public override double[] Start
    {
        get
        {
            int second = isSecond.Count(each => each);
            return [Logarithm.Of((double)second / (isSecond.Length - second))];
        }
    }

    public override void Fill(double[][] raw, Vector256<double>[][] gradients)
    {
        for (int row = 0; row < isSecond.Length; row++)
        {
            double probability = Probability(raw[0][row]);
            gradients[0][row] = Vector256.Create(probability - (isSecond[row] ? 1 : 0), probability * (1 - probability), 1, 0);
        }
    }

    public override double MeanOf(double[][] raw)
    {
        double sum = 0;
        for (int row = 0; row < isSecond.Length; row++)
        {
            double x = isSecond[row] ? -raw[0][row] : raw[0][row];
            sum += Math.Max(x, 0) + Logarithm.Of(1 + Exponential.Of(-Math.Abs(x)));
        }

        return sum / isSecond.Length;
    }

    public override double[][] Probabilities(double[][] raw)
    {
        return [[.. raw[0].Select(x => Probability(-x))], [.. raw[0].Select(Probability)]];
    }

    public override BoostingLoss Take(int[] rows)
    {
        return new LogisticLoss([.. rows.Select(row => isSecond[row])]);
    }

    public override int ClassOf(int row)
    {
        return isSecond[row] ? 1 : 0;
    }

    // e^−|x| never overflows.
    private static double Probability(double x)
    {
        double small = Exponential.Of(-Math.Abs(x));
        return (x >= 0 ? 1 : small) / (1 + small);
    }
}
