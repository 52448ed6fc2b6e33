using System.Collections.Immutable;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// The rule of levels: a column of whole numbers has levels if at least half of its rows repeat the value of an earlier row, in other
/// words, if it has at most half as many distinct values as rows. A code, a rating, a year, an age in a thousand rows: half of the
/// rows brought nothing new, so the observed values are taken for all there are, and {1, 5, 9} never gives 4. A wide column (an
/// amount, a number of its own for each row, an age in twenty rows) has shown only some of the values it can have, and its gaps may be
/// filled. A column with decimals never has levels.
/// </summary>
internal static class ColumnLevels
{
    /// <summary>The levels of a column of whole numbers, strictly increasing; null if it has none.</summary>
    /// <param name="values">The column.</param>
    /// <param name="maximum">The most levels to keep; a column with more is a wide one.</param>
    public static ImmutableArray<double>? Of(ReadOnlySpan<double> values, int maximum)
    {
        int most = Math.Min(values.Length / 2, maximum);
        HashSet<double> distinct = [];
        foreach (double value in values)
        {
            if (distinct.Add(value + 0.0) && distinct.Count > most)
            {
                return null;
            }
        }

        return [.. distinct.Order()];
    }

    /// <summary>Whether levels from outside could be those of a column of whole numbers with this range.</summary>
    public static bool AreOf(ImmutableArray<double> levels, double minimum, double maximum)
    {
        return !levels.IsDefaultOrEmpty
            && levels[0] == minimum
            && levels[^1] == maximum
            && levels.All(level => Math.Floor(level) == level)
            && levels.Zip(levels.Skip(1)).All(pair => pair.First < pair.Second);
    }

    /// <summary>The level nearest to a value, of two as near the lower one; NaN for NaN.</summary>
    /// <param name="levels">At least one level, strictly increasing.</param>
    /// <param name="value">Any value.</param>
    public static double Nearest(double[] levels, double value)
    {
        if (double.IsNaN(value))
        {
            return value;
        }

        // The last level not above the value, or the first; without branches, which random values would mispredict.
        int lower = 0;
        for (int count = levels.Length; count > 1;)
        {
            int half = count / 2;
            lower += levels[lower + half] <= value ? half : 0;
            count -= half;
        }

        bool isLower = lower == levels.Length - 1 || value - levels[lower] <= levels[lower + 1] - value;
        return levels[isLower ? lower : lower + 1];
    }
}
