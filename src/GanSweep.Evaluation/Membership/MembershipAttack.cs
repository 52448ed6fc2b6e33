namespace GanSweep.Evaluation.Membership;

/// <summary>How a stranger tells whether a record was trained on, from synthetic rows and from records of his own that were not.</summary>
public enum MembershipAttack
{
    /// <summary>By the distance to the nearest synthetic row.</summary>
    Nearest,

    /// <summary>By that distance divided by the mean distance to the five nearest of his own records: how near is near there.</summary>
    Calibrated,

    /// <summary>
    /// By the density of synthetic rows divided by that of his own records (DOMIAS: van Breugel, Sun, Qian and van der Schaar, "Membership Inference Attacks
    /// against Synthetic Data through Overfitting Detection", 2023), both by kernels on the rows as points.
    /// </summary>
    DensityRatio,
}
