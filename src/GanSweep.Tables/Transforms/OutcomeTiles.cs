using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// What a generator says of a choice's outcomes, in tiles of sixteen rows, <c>[tiles, outcomes, 16]</c>: which is the largest is then found for all rows of a
/// tile at once. It is looked for up to twenty times with other biases, and row by row that took half of an evaluation.
/// </summary>
internal sealed class OutcomeTiles
{
    private const int RowsOfTile = 2 * Lanes;
    private const int Lanes = 8;

    private readonly float[] _said;
    private readonly int _outcomes;
    private readonly int _rows;

    /// <param name="generated">Begins with what the first row says of the first outcome.</param>
    /// <param name="stride">Numbers from a row to the next.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="outcomes">How many outcomes there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public OutcomeTiles(ReadOnlySpan<float> generated, int stride, int rows, int outcomes)
    {
        (_rows, _outcomes) = (rows, outcomes);
        _said = new float[(rows + RowsOfTile - 1) / RowsOfTile * RowsOfTile * outcomes];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> said = generated.Slice(row * stride, outcomes);
            Span<float> tile = _said.AsSpan((row / RowsOfTile * RowsOfTile * outcomes) + (row % RowsOfTile));
            for (int outcome = 0; outcome < said.Length; outcome++)
            {
                tile[outcome * RowsOfTile] = said[outcome];
            }
        }
    }

    /// <summary>In how many rows each outcome is the largest, the first of those that are alike.</summary>
    /// <param name="biases">What is added to each outcome.</param>
    /// <param name="counts">One an outcome; overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CountLargest(ReadOnlySpan<float> biases, Span<int> counts)
    {
        counts.Clear();
        Span<int> largest = stackalloc int[RowsOfTile];
        ReadOnlySpan<Vector256<float>> said = MemoryMarshal.Cast<float, Vector256<float>>(_said);
        for (int row = 0; row < _rows; row += RowsOfTile, said = said[(2 * _outcomes)..])
        {
            Vector256<float> most = said[0] + Vector256.Create(biases[0]);
            Vector256<float> otherMost = said[1] + Vector256.Create(biases[0]);
            Vector256<int> where = Vector256<int>.Zero;
            Vector256<int> otherWhere = Vector256<int>.Zero;
            for (int outcome = 1; outcome < biases.Length; outcome++)
            {
                Vector256<float> bias = Vector256.Create(biases[outcome]);
                Vector256<float> number = said[2 * outcome] + bias;
                Vector256<float> other = said[(2 * outcome) + 1] + bias;
                Vector256<float> isMore = Vector256.GreaterThan(number, most);
                Vector256<float> isOtherMore = Vector256.GreaterThan(other, otherMost);
                Vector256<int> here = Vector256.Create(outcome);
                most = Vector256.ConditionalSelect(isMore, number, most);
                otherMost = Vector256.ConditionalSelect(isOtherMore, other, otherMost);
                where = Vector256.ConditionalSelect(isMore.AsInt32(), here, where);
                otherWhere = Vector256.ConditionalSelect(isOtherMore.AsInt32(), here, otherWhere);
            }

            where.CopyTo(largest);
            otherWhere.CopyTo(largest[Lanes..]);
            foreach (int outcome in largest[..Math.Min(RowsOfTile, _rows - row)])
            {
                counts[outcome]++;
            }
        }
    }
}
