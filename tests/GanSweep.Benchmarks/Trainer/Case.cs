using GanSweep.Networks;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A model's step that is measured, on a table of the size of data/eu-stock-losses.csv.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="StepsInRound">Steps that take a fair part of a second.</param>
internal abstract record Case(string Name, int StepsInRound)
{
    public const int Rows = 746;
    public const int Columns = 4;

    /// <summary>Every case; a family adds its own.</summary>
    public static Case[] All => [.. GanCase.All, .. FlowCase.All, .. VaeCase.All];

    public static float[] Table { get; } = MakeTable();

    /// <summary>How many times as fast as the plain loop GanSweep is to be; null where nothing is asked.</summary>
    public double? TimesPlain { get; init; }

    /// <summary>What part of the core's peak a step is to reach; null where nothing is asked.</summary>
    public double? ShareOfPeak { get; init; }

    /// <summary>
    /// The multiplications and additions of a step's matrix products, one of each for a weight, a row and a product; null where they are not all of its arithmetic.
    /// </summary>
    public abstract double? Operations { get; }

    /// <summary>The steps by GanSweep's engines, random numbers and moving average included.</summary>
    public abstract ISteps Start(EngineKind engine, long seed);

    /// <summary>The steps as tutorials write them.</summary>
    public abstract ISteps StartPlain();

    /// <summary>Takes the steps of a round.</summary>
    /// <returns>Seconds a step, of the processor: what others take of a shared machine is nobody's.</returns>
    public double SecondsOf(ISteps steps)
    {
        return ProcessorTime.Of(() =>
        {
            for (int i = 0; i < StepsInRound; i++)
            {
                steps.Step();
            }
        }) / StepsInRound;
    }

    /// <summary>The weights that a row is multiplied with; those of the first layer left out where nobody asks for derivatives by the input.</summary>
    protected static double Weights(IEnumerable<LayerShape> layers)
    {
        return layers.Sum(layer => (double)layer.Inputs * layer.Outputs);
    }

    private static float[] MakeTable()
    {
        float[] table = new float[Rows * Columns];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(table);
        return table;
    }
}
