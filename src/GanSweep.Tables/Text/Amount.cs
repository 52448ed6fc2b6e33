using System.Globalization;

namespace GanSweep.Tables.Text;

/// <summary>Counts in words.</summary>
public static class Amount
{
    /// <summary>A count and what is counted: 1 row, 2,000 rows.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The name of one.</param>
    public static string Of(long count, string one)
    {
        return $"{count.ToString("N0", CultureInfo.InvariantCulture)} {one}{(count == 1 ? "" : "s")}";
    }
}
