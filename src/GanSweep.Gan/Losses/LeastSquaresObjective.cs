namespace GanSweep.Gan.Losses;

/// <summary>
/// Least squares (Mao et al. 2017, eq. 9): the discriminator's halves are (D(x) − 1)² and D(G(z))², of which it descends the mean; the
/// generator descends ½ (D(G(z)) − 1)².
/// </summary>
/// <param name="labelSmoothing">The discriminator's target for real rows is 1 − this; the generator's stays 1.</param>
internal sealed class LeastSquaresObjective(double labelSmoothing) : Objective
{
    /// <inheritdoc/>
    public override LossAndSlope At(LossTerm term, double logit)
    {
        return term switch
        {
            LossTerm.Real => Square(logit - (1 - labelSmoothing), 1),
            LossTerm.Fake => Square(logit, 1),
            _ => Square(logit - 1, 0.5),
        };
    }

    private static LossAndSlope Square(double difference, double weight)
    {
        return new LossAndSlope(weight * difference * difference, 2 * weight * difference);
    }
}
