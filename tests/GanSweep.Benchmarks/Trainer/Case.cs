using GanSweep.Contracts.Configurations;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A configuration that is measured, and the table it is trained on: of the size of data/eu-stock-losses.csv.</summary>
internal sealed record Case(string Name, GanConfiguration Configuration)
{
    public const int Rows = 746;
    public const int Columns = 4;

    public static Case[] All { get; } =
    [
        Of(GanLoss.NonSaturating, width: 64, batch: 32),
        Of(GanLoss.NonSaturating, width: 64, batch: 64),
        Of(GanLoss.NonSaturating, width: 128, batch: 64),
        Of(GanLoss.WassersteinGp, width: 64, batch: 32),
    ];

    public static float[] Table { get; } = MakeTable();

    public static Case Of(GanLoss loss, int width, int batch)
    {
        GanConfiguration configuration = new() { Loss = loss, GeneratorLayers = [width, width], DiscriminatorLayers = [width, width], BatchSize = batch };
        return new Case($"{loss} {width}-{width}, batch {batch}", configuration);
    }

    private static float[] MakeTable()
    {
        float[] table = new float[Rows * Columns];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(table);
        return table;
    }
}
