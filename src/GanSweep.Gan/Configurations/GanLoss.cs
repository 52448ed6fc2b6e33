namespace GanSweep.Gan.Configurations;

/// <summary>The objective of a GAN: what the discriminator and the generator descend.</summary>
public enum GanLoss
{
    /// <summary>The original saturating minimax game (Goodfellow et al. 2014, eq. 1): the generator minimises E log(1 − D(G(z))).</summary>
    Minimax,

    /// <summary>The non-saturating heuristic (Goodfellow et al. 2014, section 3): the generator minimises −E log D(G(z)).</summary>
    NonSaturating,

    /// <summary>Least squares (Mao et al. 2017, eq. 9) with targets 1 for real and 0 for generated rows.</summary>
    LeastSquares,

    /// <summary>Wasserstein distance with a gradient penalty (Gulrajani et al. 2017, eq. 3).</summary>
    WassersteinGp,
}
