namespace GanSweep.Networks;

/// <summary>Rows whose parts stand side by side in one memory: what a network is shown of a row, and what came before it.</summary>
public static class SideBySide
{
    /// <summary>Copies a part of each row.</summary>
    /// <param name="from">Rows of <paramref name="fromWidth"/> numbers.</param>
    /// <param name="fromWidth">Numbers of a row that is copied from.</param>
    /// <param name="fromStart">Where the part begins there.</param>
    /// <param name="to">At least as many rows of <paramref name="toWidth"/> numbers.</param>
    /// <param name="toWidth">Numbers of a row that is copied to.</param>
    /// <param name="toStart">Where the part begins there.</param>
    /// <param name="count">Numbers of the part.</param>
    public static void Copy(ReadOnlySpan<float> from, int fromWidth, int fromStart, Span<float> to, int toWidth, int toStart, int count)
    {
        for (int source = fromStart, target = toStart; source < from.Length; source += fromWidth, target += toWidth)
        {
            from.Slice(source, count).CopyTo(to[target..]);
        }
    }
}
