namespace GanSweep.Gan.Losses;

/// <summary>The original game (Goodfellow et al. 2014, eq. 1): the generator minimises E log(1 − D(G(z))), which saturates.</summary>
/// <param name="labelSmoothing">The discriminator's target for real rows is 1 − this.</param>
internal sealed class MinimaxObjective(double labelSmoothing) : Objective
{
    /// <inheritdoc/>
    public override bool GivesProbability => true;

    /// <inheritdoc/>
    public override LossAndSlope At(LossTerm term, double logit)
    {
        switch (term)
        {
            case LossTerm.Real:
                return CrossEntropy.At(logit, 1 - labelSmoothing);
            case LossTerm.Fake:
                return CrossEntropy.At(logit, 0);
            default:
                LossAndSlope fake = CrossEntropy.At(logit, 0);
                return new LossAndSlope(-fake.Loss, -fake.Slope);
        }
    }
}
