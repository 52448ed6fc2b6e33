namespace GanSweep.Tables.Text;

/// <summary>Numbers as text that reads back to the same bits.</summary>
public static class RoundTrip
{
    /// <summary>
    /// The format to write a number with: the shortest text that reads back (the default), but for exact powers of two, which may need "G17":
    /// .NET 10 rounds 2^-25 and 2^-958 to a digit less than they need (dotnet/runtime issue 135582).
    /// </summary>
    public static string FormatOf(double value)
    {
        const long Mantissa = (1L << 52) - 1;
        return (BitConverter.DoubleToInt64Bits(value) & Mantissa) == 0 && Math.Abs(value) < 1e-7 && value != 0 ? "G17" : string.Empty;
    }

    /// <summary>The same for a cell of a table, where whole numbers below 1e21 stand without an exponent: a number of an account is one.</summary>
    public static string CellFormatOf(double value)
    {
        return Math.Abs(value) is >= 1e15 and < 1e21 && Math.Floor(value) == value ? "F0" : FormatOf(value);
    }
}
