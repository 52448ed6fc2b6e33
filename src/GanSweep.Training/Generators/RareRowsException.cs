namespace GanSweep.Training.Generators;

/// <summary>Rows that are asked for come so seldom that drawing them has no end.</summary>
/// <param name="drawn">Rows that were drawn.</param>
/// <param name="found">Those of them that were wanted.</param>
/// <param name="wanted">How many were asked for.</param>
public sealed class RareRowsException(long drawn, long found, long wanted)
    : Exception($"Of {drawn:N0} rows that were drawn, {(found == 0 ? "none fits" : $"{found:N0} fit")}, where {wanted:N0} are asked for. Ask for fewer, or for less: a generator makes what it has "
        + "seen, and what no row of the real table is like, it hardly makes.")
{
    /// <summary>How many rows may be drawn for one that is wanted.</summary>
    public const long MostForOne = 20_000;

    /// <summary>How many are drawn in any case before that is counted.</summary>
    public const long Patience = 1_000_000;

    /// <summary>Rows that were drawn.</summary>
    public long Drawn { get; } = drawn;

    /// <summary>Those of them that were wanted.</summary>
    public long Found { get; } = found;
}
