using System.Diagnostics;
using GanSweep.Gan.Configurations;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A configuration that is measured, and the table it is trained on: of the size of data/eu-stock-losses.csv.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Configuration">The configuration.</param>
/// <param name="Target">How many times as fast as the plain loop GanSweep is to be.</param>
/// <param name="StepsInRound">Steps that take a fair part of a second.</param>
internal sealed record Case(string Name, GanConfiguration Configuration, double Target, int StepsInRound)
{
    public const int Rows = 746;
    public const int Columns = 4;

    public static Case[] All { get; } =
    [
        Of(GanLoss.NonSaturating, width: 64, batch: 32, discriminatorSteps: 1, target: 12, stepsInRound: 300),
        Of(GanLoss.NonSaturating, width: 128, batch: 64, discriminatorSteps: 1, target: 3.5, stepsInRound: 200),
        Of(GanLoss.NonSaturating, width: 256, batch: 128, discriminatorSteps: 1, target: 1.6, stepsInRound: 50),
        Of(GanLoss.WassersteinGp, width: 64, batch: 32, discriminatorSteps: 5, target: 10, stepsInRound: 50),
    ];

    public static float[] Table { get; } = MakeTable();

    /// <summary>Takes the steps of a round.</summary>
    /// <returns>Seconds a step.</returns>
    public double SecondsOf(Action step)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < StepsInRound; i++)
        {
            step();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / StepsInRound;
    }

    private static Case Of(GanLoss loss, int width, int batch, int discriminatorSteps, double target, int stepsInRound)
    {
        GanConfiguration configuration = new()
        {
            Loss = loss,
            GeneratorLayers = [width, width],
            DiscriminatorLayers = [width, width],
            BatchSize = batch,
            Epochs = 1,
            EvaluationInterval = 1,
            EmaDecay = 0.99,
            R1Penalty = 0,
            DiscriminatorSteps = discriminatorSteps,
        };
        return new Case($"{loss} {width}-{width}, batch {batch}, {discriminatorSteps} : 1", configuration, target, stepsInRound);
    }

    private static float[] MakeTable()
    {
        float[] table = new float[Rows * Columns];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(table);
        return table;
    }
}
