using GanSweep.Gan.Configurations;


namespace GanSweep.Gan.Losses;

/// <summary>
/// What the two networks descend. Every objective is a mean over rows of a function of one logit, so its gradient starts as one slope a
/// row; the networks' backward passes go on from there. Plain arithmetic in double precision: the same for every engine.
/// </summary>
internal abstract class Objective
{
    /// <summary>The weight of each half in the discriminator's loss: a half (their mean), or 1 where the loss is their sum.</summary>
    public virtual double HalfWeight => 0.5;

    /// <summary>Whether the discriminator's optimum is a probability, sigmoid(logit) = p_real / (p_real + p_generated).</summary>
    public virtual bool GivesProbability => false;

    /// <summary>The objective of a configuration.</summary>
    public static Objective Of(GanConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Loss switch
        {
            GanLoss.Minimax => new MinimaxObjective(configuration.LabelSmoothing),
            GanLoss.NonSaturating => new NonSaturatingObjective(configuration.LabelSmoothing),
            GanLoss.LeastSquares => new LeastSquaresObjective(configuration.LabelSmoothing),
            GanLoss.WassersteinGp => new WassersteinObjective(),
            GanLoss unknown => throw new ArgumentOutOfRangeException(nameof(configuration), unknown, "There is no objective of this name."),
        };
    }

    /// <summary>The loss of one logit.</summary>
    public abstract LossAndSlope At(LossTerm term, double logit);

    /// <summary>The mean loss of a batch and the gradient of its logits.</summary>
    /// <param name="term">What the logits are judged as.</param>
    /// <param name="weight">What the loss is multiplied with in what is descended; it scales the slopes alone.</param>
    /// <param name="logits"><c>[rows]</c>.</param>
    /// <param name="slopes"><c>[rows]</c>; receives weight · d loss / d logit / rows.</param>
    /// <returns>The mean loss, without the weight.</returns>
    public double MeanOf(LossTerm term, double weight, ReadOnlySpan<float> logits, Span<float> slopes)
    {
        double sum = 0;
        for (int row = 0; row < logits.Length; row++)
        {
            LossAndSlope one = At(term, logits[row]);
            sum += one.Loss;
            slopes[row] = (float)(weight * one.Slope / logits.Length);
        }

        return sum / logits.Length;
    }
}
