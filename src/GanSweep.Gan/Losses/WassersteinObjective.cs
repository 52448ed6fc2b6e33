namespace GanSweep.Gan.Losses;

/// <summary>
/// The Wasserstein distance (Gulrajani et al. 2017, eq. 3 without its penalty, which is not a function of one logit): the critic
/// descends −E D(x) + E D(G(z)), the generator −E D(G(z)).
/// </summary>
internal sealed class WassersteinObjective : Objective
{
    /// <inheritdoc/>
    public override double HalfWeight => 1;

    /// <inheritdoc/>
    public override LossAndSlope At(LossTerm term, double logit)
    {
        return term == LossTerm.Fake ? new LossAndSlope(logit, 1) : new LossAndSlope(-logit, -1);
    }
}
