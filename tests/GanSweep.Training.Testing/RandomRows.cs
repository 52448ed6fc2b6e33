using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Testing;

/// <summary>A table of rows as models see them, of any layout.</summary>
/// <param name="Features">What they are made of.</param>
/// <param name="Batch">Rows of a step.</param>
public sealed record RandomRows(FeatureLayout Features, int Batch)
{
    private const int Rows = 80;

    /// <summary>Numbers of a row.</summary>
    public int Columns => Features.Count;

    /// <summary>Numbers of a row and of what came before it.</summary>
    public int Width => Features.Width;

    /// <summary>The table, row by row, each with what came before it.</summary>
    public float[] Table
    {
        get
        {
            float[] table = new float[Rows * Width];
            new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(table);
            foreach (FeatureChoice choice in Features.Choices)
            {
                for (int row = 0; row < Rows; row++)
                {
                    Span<float> outcomes = table.AsSpan((row * Width) + choice.Start, choice.Count);
                    outcomes.Clear();
                    outcomes[row % choice.Count] = 1;
                    if (choice.Amount >= 0 && row % choice.Count != choice.AmountOutcome)
                    {
                        table[(row * Width) + choice.Amount] = 0;
                    }
                }
            }

            return table;
        }
    }

    /// <summary>Rows of some amounts and some choices, at least one of both.</summary>
    /// <param name="amounts">How many amounts there are that belong to no choice.</param>
    /// <param name="choices">A choice each: up to 3, of one outcome more than it says; from 4 on, of two less, with an amount.</param>
    /// <param name="batch">Rows of a step.</param>
    /// <param name="context">Numbers of what came before a row.</param>
    public static RandomRows Of(int amounts, int[] choices, int batch, int context = 0)
    {
        return new RandomRows(LayoutOf(choices.Length == 0 ? amounts + 1 : amounts, choices) with { Context = context }, batch);
    }

    /// <summary>What came before some rows, <c>[rows, context]</c>.</summary>
    public float[] ContextsOf(int rows)
    {
        float[] contexts = new float[rows * Features.Context];
        new CounterRandom(1, RandomPurpose.Bootstrap, 1).FillNormal(contexts);
        return contexts;
    }

    /// <summary>The rows of a step's batch.</summary>
    public int[] RowsOf(int step)
    {
        return [.. Enumerable.Range(0, Batch).Select(i => ((step * Batch) + i) * 7 % Rows)];
    }

    public override string ToString()
    {
        return $"{Columns} numbers with {Features.Choices.Length} choices and {Features.Context} before, batch {Batch}";
    }

    /// <summary>Half of the amounts, the choices in their order, and the other amounts.</summary>
    /// <inheritdoc cref="Of"/>
    public static FeatureLayout LayoutOf(int amounts, int[] choices)
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
