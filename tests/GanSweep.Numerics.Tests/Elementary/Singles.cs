namespace GanSweep.Numerics.Tests.Elementary;

/// <summary>Single-precision numbers that the lanes are tested on.</summary>
internal static class Singles
{
    /// <summary>Every number that is ever drawn as a uniform one: the middles of 2^23 equal cells of (0, 1).</summary>
    public static IEnumerable<float> Uniform => Enumerable.Range(0, 1 << 23).Select(cell => (cell + 0.5f) / (1 << 23));

    /// <summary>How far a number is from one of double precision, in units of its last place.</summary>
    public static double Ulps(float actual, double expected)
    {
        return Math.Abs(actual - expected) / (MathF.BitIncrement(Math.Abs(actual)) - Math.Abs(actual));
    }
}
