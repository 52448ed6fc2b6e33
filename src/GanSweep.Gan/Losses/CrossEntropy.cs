using GanSweep.Numerics.Elementary;

namespace GanSweep.Gan.Losses;

/// <summary>The cross entropy of a probability that is given as a logit, stable for logits of any size.</summary>
internal static class CrossEntropy
{
    /// <summary>−target · log D − (1 − target) · log(1 − D) with D = sigmoid(logit).</summary>
    /// <param name="logit">The logit.</param>
    /// <param name="target">The target probability, 0 to 1.</param>
    public static LossAndSlope At(double logit, double target)
    {
        // −log D = softplus(−logit), −log(1 − D) = softplus(logit) = softplus(−logit) + logit; exp never overflows.
        double small = Exponential.Of(-Math.Abs(logit));
        double sigmoid = (logit >= 0 ? 1 : small) / (1 + small);
        double loss = Math.Max(logit, 0) - (target * logit) + Logarithm.Of(1 + small);
        return new LossAndSlope(loss, sigmoid - target);
    }
}
