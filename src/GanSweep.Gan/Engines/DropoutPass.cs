namespace GanSweep.Gan.Engines;

/// <summary>Which pass through the discriminator a dropout mask is for. The values are part of the masks' address: not to be changed.</summary>
internal enum DropoutPass
{
    /// <summary>Real and generated rows, in the discriminator's update.</summary>
    Discriminator = 0,

    /// <summary>The points of the gradient penalty, in the discriminator's update.</summary>
    Penalty = 1,

    /// <summary>Generated rows, in the generator's update.</summary>
    Generator = 2,
}
