namespace GanSweep.Tables;

/// <summary>How many decimals a column has: a price in cents has none with three. By its values, whatever its file writes behind them.</summary>
internal static class ColumnDecimals
{
    /// <summary>Columns with more are taken for measured: their values are not rounded.</summary>
    public const int Most = 6;

    // Whole numbers up to here are told apart in a double, and so are decimals, as whole numbers of their unit. What is larger has none.
    private const double LargestWhole = 1L << 53;

    // Beyond, numbers are measured, whatever their digits.
    private const double LargestCount = 1e18;

    /// <summary>The fewest decimals with which every value is what it is; null if more than <see cref="Most"/> are needed.</summary>
    /// <param name="values">Finite numbers.</param>
    public static int? Of(ReadOnlySpan<double> values)
    {
        int decimals = 0;
        double unit = 1;
        foreach (double value in values)
        {
            while (Math.Abs(value) * unit > (decimals == 0 ? LargestCount : LargestWhole) || Math.Round(value, decimals) != value)
            {
                if (decimals == Most)
                {
                    return null;
                }

                decimals++;
                unit *= 10;
            }
        }

        return decimals;
    }

    /// <summary>The smallest number above 0 with so many decimals, the double that is read of it.</summary>
    public static double UnitOf(int decimals)
    {
        double whole = 1;
        for (int i = 0; i < decimals; i++)
        {
            whole *= 10;
        }

        return 1 / whole;
    }
}
