using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Boosting.Losses;

/// <summary>Half the squared difference to a number.</summary>
/// <param name="target">The number of each row, finite.</param>
internal sealed class SquaredLoss(double[] target) : BoostingLoss
{
    public override int RowCount => target.Length;

    public override double[] Start => [target.Average()];

    public override void Fill(double[][] raw, Vector256<double>[][] gradients)
    {
        for (int row = 0; row < target.Length; row++)
        {
            gradients[0][row] = Vector256.Create(raw[0][row] - target[row], 1, 1, 0);
        }
    }

    public override double MeanOf(double[][] raw)
    {
        double sum = 0;
        for (int row = 0; row < target.Length; row++)
        {
            double difference = raw[0][row] - target[row];
            sum += difference * difference / 2;
        }

        return sum / target.Length;
    }

    public override double[][] Probabilities(double[][] raw)
    {
        return raw;
    }

    public override BoostingLoss Take(int[] rows)
    {
        return new SquaredLoss([.. rows.Select(row => target[row])]);
    }
}
