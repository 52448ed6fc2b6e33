using System.Collections.Immutable;

namespace GanSweep.Training.Histories;

/// <summary>Training rows with what came before each.</summary>
internal static class TrainingHistory
{
    /// <summary>The rows as a family learns them, each with its context, <c>[rows, features + context]</c>, in their own order.</summary>
    /// <param name="table">The transformed rows, <c>[rows, features]</c>.</param>
    /// <param name="encoding">What is shown of the rows before one.</param>
    /// <param name="order">The numbers of the rows as they follow each other, series after series.</param>
    /// <param name="lengths">How many rows each series has.</param>
    /// <param name="rows">Numbers of the rows and of their contexts, all together.</param>
    public static float[] WithContexts(ReadOnlySpan<float> table, HistoryEncoding encoding, ReadOnlySpan<int> order, ImmutableArray<int> lengths, int rows)
    {
        int features = table.Length / order.Length;
        int width = features + encoding.Width;
        float[] wide = new float[rows];
        int[] before = new int[encoding.Window];
        int start = 0;
        foreach (int length in lengths)
        {
            for (int place = start; place < start + length; place++)
            {
                int count = Math.Min(place - start, encoding.Window);
                for (int back = 0; back < count; back++)
                {
                    before[back] = order[place - 1 - back];
                }

                Span<float> row = wide.AsSpan(order[place] * width, width);
                table.Slice(order[place] * features, features).CopyTo(row);
                encoding.Encode(table, before.AsSpan(0, count), row[features..]);
            }

            start += length;
        }

        return wide;
    }
}
