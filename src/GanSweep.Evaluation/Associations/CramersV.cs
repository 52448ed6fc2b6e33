using GanSweep.Evaluation.Levels;

namespace GanSweep.Evaluation.Associations;

/// <summary>How closely two columns of levels go together.</summary>
internal static class CramersV
{
    // Larger tables of counts than this many cells a row are left to sorting.
    private const int CellsOfARow = 4;
    private const int FewCells = 1 << 12;

    /// <summary>
    /// Cramér's V, corrected for its bias (Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", 2013): √(φ̃² / min(r̃ − 1, c̃ − 1)) with
    /// φ̃² = max(0, χ²/n − (r − 1)(c − 1) / (n − 1)), r̃ = r − (r − 1)² / (n − 1), and c̃ alike. r and c count the levels that occur, a missing cell
    /// among them. NaN, undefined, where a column has but one; 0 where the correction leaves nothing to divide by, since every row has a level of its own.
    /// </summary>
    public static double Of(LevelCodes x, LevelCodes y)
    {
        int rows = x.Distinct;
        int columns = y.Distinct;
        if (rows < 2 || columns < 2)
        {
            return double.NaN;
        }

        double others = x.Codes.Length - 1;
        double meanSquare = SumOfShares(x, y) - 1;
        double corrected = Math.Max(0, meanSquare - ((double)(rows - 1) * (columns - 1) / others));
        double fewer = Math.Min(Corrected(rows, others), Corrected(columns, others));
        return fewer > 0 ? Math.Sqrt(Math.Min(corrected / fewer, 1)) : 0;
    }

    private static double Corrected(int levels, double others)
    {
        return levels - 1 - ((levels - 1.0) * (levels - 1.0) / others);
    }

    // Σ n_ij² / (n_i n_j), which is 1 + χ² / n.
    private static double SumOfShares(LevelCodes x, LevelCodes y)
    {
        long cells = (long)x.Counts.Length * y.Counts.Length;
        return cells <= Math.Max(FewCells, (long)CellsOfARow * x.Codes.Length) ? OfAllCells(x, y) : OfSortedPairs(x, y);
    }

    private static double OfAllCells(LevelCodes x, LevelCodes y)
    {
        int width = y.Counts.Length;
        int[] counts = new int[x.Counts.Length * width];
        ReadOnlySpan<int> codesOfY = y.Codes;
        ReadOnlySpan<int> codesOfX = x.Codes;
        for (int row = 0; row < codesOfX.Length; row++)
        {
            counts[(codesOfX[row] * width) + codesOfY[row]]++;
        }

        double sum = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            sum += counts[i] == 0 ? 0 : Share(counts[i], x.Counts[i / width], y.Counts[i % width]);
        }

        return sum;
    }

    private static double OfSortedPairs(LevelCodes x, LevelCodes y)
    {
        long[] pairs = new long[x.Codes.Length];
        for (int row = 0; row < pairs.Length; row++)
        {
            pairs[row] = ((long)x.Codes[row] << 32) | (uint)y.Codes[row];
        }

        Array.Sort(pairs);
        double sum = 0;
        for (int start = 0, end; start < pairs.Length; start = end)
        {
            end = start + 1;
            while (end < pairs.Length && pairs[end] == pairs[start])
            {
                end++;
            }

            sum += Share(end - start, x.Counts[(int)(pairs[start] >> 32)], y.Counts[(int)pairs[start]]);
        }

        return sum;
    }

    private static double Share(double count, double countOfX, double countOfY)
    {
        return count / countOfX * (count / countOfY);
    }
}
