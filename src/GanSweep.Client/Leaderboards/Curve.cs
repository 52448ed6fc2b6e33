namespace GanSweep.Client.Leaderboards;

/// <summary>Numbers as a line of blocks.</summary>
internal static class Curve
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const char NotFinite = '×';

    /// <summary>Draws the means of equal stretches, lowest ▁ to highest █; a stretch with a value that is not finite is ×.</summary>
    /// <param name="values">The numbers, in order.</param>
    /// <param name="width">The most characters.</param>
    public static string Of(IReadOnlyList<float> values, int width)
    {
        int length = Math.Min(width, values.Count);
        float[] means = new float[length];
        for (int i = 0; i < length; i++)
        {
            int start = (int)((long)i * values.Count / length);
            int end = (int)((long)(i + 1) * values.Count / length);
            means[i] = values.Skip(start).Take(end - start).Average();
        }

        float lowest = means.Where(float.IsFinite).DefaultIfEmpty(0).Min();
        float range = means.Where(float.IsFinite).DefaultIfEmpty(0).Max() - lowest;
        return string.Concat(means.Select(mean => float.IsFinite(mean)
            ? Blocks[range == 0 ? 0 : (int)((mean - lowest) / range * (Blocks.Length - 1))]
            : NotFinite));
    }
}
