namespace GanSweep.Gan.Losses;

/// <summary>What a logit of the discriminator is judged as.</summary>
public enum LossTerm
{
    /// <summary>The discriminator's half on real rows.</summary>
    Real,

    /// <summary>The discriminator's half on generated rows.</summary>
    Fake,

    /// <summary>The generator's objective, on generated rows.</summary>
    Generator,
}
