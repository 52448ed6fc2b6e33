namespace GanSweep.Gan.Losses;

/// <summary>The non-saturating heuristic (Goodfellow et al. 2014, section 3): the generator minimises −E log D(G(z)).</summary>
/// <param name="labelSmoothing">The discriminator's target for real rows is 1 − this; the generator's stays 1.</param>
internal sealed class NonSaturatingObjective(double labelSmoothing) : Objective
{
    /// <inheritdoc/>
    public override bool GivesProbability => true;

    /// <inheritdoc/>
    public override LossAndSlope At(LossTerm term, double logit)
    {
        return term switch
        {
            LossTerm.Real => CrossEntropy.At(logit, 1 - labelSmoothing),
            LossTerm.Fake => CrossEntropy.At(logit, 0),
            _ => CrossEntropy.At(logit, 1),
        };
    }
}
