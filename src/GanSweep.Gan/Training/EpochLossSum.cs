using System.Runtime.InteropServices;
using GanSweep.Gan.Engines;

namespace GanSweep.Gan.Training;

/// <summary>The losses of the epoch so far, each times its batch's rows.</summary>
/// <param name="Discriminator">Sum of the discriminator's losses.</param>
/// <param name="Real">Sum of their halves on real rows.</param>
/// <param name="Fake">Sum of their halves on generated rows.</param>
/// <param name="Rows">Rows that the discriminator was updated on.</param>
/// <param name="Generator">Sum of the generator's losses.</param>
/// <param name="GeneratorRows">Rows that the generator was updated on.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EpochLossSum(double Discriminator, double Real, double Fake, long Rows, double Generator, long GeneratorRows)
{
    /// <summary>With one more update of the discriminator.</summary>
    public EpochLossSum Plus(DiscriminatorLosses losses, int batch)
    {
        return this with
        {
            Discriminator = Discriminator + (losses.Discriminator * batch),
            Real = Real + (losses.Real * batch),
            Fake = Fake + (losses.Fake * batch),
            Rows = Rows + batch,
        };
    }

    /// <summary>With one more update of the generator.</summary>
    public EpochLossSum Plus(double generatorLoss, int batch)
    {
        return this with { Generator = Generator + (generatorLoss * batch), GeneratorRows = GeneratorRows + batch };
    }

    /// <summary>The means.</summary>
    public EpochLosses Mean()
    {
        return new EpochLosses(
            (float)(Discriminator / Rows),
            (float)(Real / Rows),
            (float)(Fake / Rows),
            (float)(Generator / GeneratorRows));
    }
}
