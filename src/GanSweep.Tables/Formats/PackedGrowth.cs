namespace GanSweep.Tables.Formats;

/// <summary>
/// How much longer what is unpacked may be than the file that it comes out of. A gzip of a few megabytes may unpack to a thousand times as much, and keep a
/// reader busy for minutes; tables of numbers and words come to 2 to 15 times, and only the barest, one row again and again, or a 1 among hundreds of 0, to 150
/// to 800. So 64 MiB may come out of anything, and beyond that 100 times what was packed.
/// </summary>
internal static class PackedGrowth
{
    /// <summary>Bytes that may come out of a file of any length.</summary>
    public const long FirstBytes = 64 << 20;

    /// <summary>How many times longer than the file all of it may be, beyond those.</summary>
    public const int MostTimes = 100;

    /// <summary>Demands that they are in proportion.</summary>
    /// <param name="unpacked">Bytes that came out so far, or will.</param>
    /// <param name="packed">Bytes of the file that they came out of.</param>
    /// <param name="source">What messages call it.</param>
    /// <exception cref="TableException">They are not.</exception>
    public static void Demand(long unpacked, long packed, string source)
    {
        if (unpacked > FirstBytes && unpacked / MostTimes >= packed)
        {
            throw new TableException(
                $"{source} unpacks to more than {MostTimes} times its own bytes, {unpacked:N0} out of {packed:N0}. Tables do not come to that; what is made to fill memory does. "
                    + $"If it is a table, unpack it and give it as CSV (up to {FirstBytes >> 20} MiB come out of any file).",
                source);
        }
    }
}
