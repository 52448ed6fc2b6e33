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

    /// <summary>A number of bytes in the largest unit that leaves a number from 1 on: 512 bytes, 1.5 MB, 48 TB.</summary>
    public static string OfBytes(double bytes)
    {
        const int Step = 1000;
        string[] units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"];
        int unit = 0;
        while (bytes >= Step && unit < units.Length - 1)
        {
            bytes /= Step;
            unit++;
        }

        return $"{bytes.ToString(bytes < 10 && unit > 0 ? "0.0" : "N0", CultureInfo.InvariantCulture)} {units[unit]}";
    }
}
