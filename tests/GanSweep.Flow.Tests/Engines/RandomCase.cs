using CsCheck;
using GanSweep.Flow.Configurations;
using GanSweep.Flow.Engines;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;

namespace GanSweep.Flow.Tests.Engines;

/// <summary>
/// A configuration drawn from all that there are, and a table for it. The draws are the same every time: engines that round differently
/// may land on two sides of a unit's kink, once in thousands of cases, and no test shall fail once in thousands of times.
/// </summary>
internal sealed record RandomCase(FlowConfiguration Configuration, FeatureLayout Features, int Batch)
{
    public const long Seed = 11;
    private const int Rows = 80;

    private static readonly Gen<RandomCase> All =
        from activation in Gen.Enum<Activation>()
        from layers in Gen.Int[1, 40].Array[1, 4]
        from decay in Gen.OneOf(0, 0.9, 0.99)
        from amounts in Gen.Int[0, 20]
        from choices in Gen.OneOf(Gen.Const(Array.Empty<int>()), Gen.Int[1, 5].Array[1, 4])
        from steps in Gen.Int[10, 14]
        from batch in Gen.Int[1, 40]
        select new RandomCase(
            new FlowConfiguration { Activation = activation, Layers = [.. layers], EmaDecay = decay, Epochs = 3, SolverSteps = steps },
            Layout(choices.Length == 0 ? amounts + 1 : amounts, choices),
            batch);

    /// <summary>Numbers of a row.</summary>
    public int Columns => Features.Count;

    /// <summary>The table, row by row.</summary>
    public float[] Table
    {
        get
        {
            float[] table = new float[Rows * Columns];
            new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(table);
            foreach (FeatureChoice choice in Features.Choices)
            {
                for (int row = 0; row < Rows; row++)
                {
                    Span<float> outcomes = table.AsSpan((row * Columns) + choice.Start, choice.Count);
                    outcomes.Clear();
                    outcomes[row % choice.Count] = 1;
                    if (choice.Amount >= 0 && row % choice.Count != choice.AmountOutcome)
                    {
                        table[(row * Columns) + choice.Amount] = 0;
                    }
                }
            }

            return table;
        }
    }

    /// <summary>The first draws.</summary>
    public static IEnumerable<RandomCase> Take(int count)
    {
        PCG random = new(stream: 1, seed: 1);
        return Enumerable.Range(0, count).Select(_ => All.Generate(random, null, out Size _)).ToArray();
    }

    /// <summary>The rows of a step's batch.</summary>
    public int[] RowsOf(int step)
    {
        return [.. Enumerable.Range(0, Batch).Select(i => ((step * Batch) + i) * 7 % Rows)];
    }

    /// <summary>Takes steps.</summary>
    public void Train(IFlowEngine engine, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            engine.Step(RowsOf(step));
        }
    }

    public override string ToString()
    {
        return $"{Configuration.Activation}, layers [{string.Join(", ", Configuration.Layers)}], {Columns} numbers with {Features.Choices.Length} choices, batch {Batch}";
    }

    // Some amounts, choices of two to four outcomes, then of two or three with an amount, and the other amounts.
    private static FeatureLayout Layout(int amounts, int[] choices)
    {
        int count = amounts / 2;
        List<FeatureChoice> made = [];
        foreach (int choice in choices)
        {
            bool hasAmount = choice > 3;
            made.Add(hasAmount ? new FeatureChoice(count + 1, choice - 2, count, choice - 4) : new FeatureChoice(count, choice + 1));
            count = made[^1].Start + made[^1].Count;
        }

        return new FeatureLayout(count + amounts - (amounts / 2), [.. made]);
    }
}
