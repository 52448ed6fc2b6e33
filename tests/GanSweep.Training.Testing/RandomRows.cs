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

    /// <summary>Rows of some amounts and some choices, at least one of both.</summary>
    /// <param name="amounts">How many amounts there are that belong to no choice.</param>
    /// <param name="choices">A choice each: up to 3, of one outcome more than it says; from 4 on, of two less, with an amount.</param>
    /// <param name="batch">Rows of a step.</param>
    public static RandomRows Of(int amounts, int[] choices, int batch)
    {
        return new RandomRows(LayoutOf(choices.Length == 0 ? amounts + 1 : amounts, choices), batch);
    }

    /// <summary>The rows of a step's batch.</summary>
    public int[] RowsOf(int step)
    {
        return [.. Enumerable.Range(0, Batch).Select(i => ((step * Batch) + i) * 7 % Rows)];
    }

    public override string ToString()
    {
        return $"{Columns} numbers with {Features.Choices.Length} choices, batch {Batch}";
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
