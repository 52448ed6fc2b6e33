namespace GanSweep.Training.Histories;

/// <summary>The last rows of paths that are drawn side by side.</summary>
/// <param name="paths">How many.</param>
/// <param name="encoding">What is shown of them.</param>
/// <param name="features">Numbers of a row.</param>
internal sealed class PathMemory(int paths, HistoryEncoding encoding, int features)
{
    private readonly float[] _rows = new float[paths * encoding.Window * features];
    private readonly long[] _counts = new long[paths]; // rows so far, of each path
    private readonly int[] _before = new int[encoding.Window];

    /// <summary>Where the next row of a path is remembered, <c>[features]</c>: in the place of the oldest.</summary>
    public Span<float> Next(int path)
    {
        int slot = (path * encoding.Window) + (int)(_counts[path]++ % encoding.Window);
        return _rows.AsSpan(slot * features, features);
    }

    /// <summary>Writes the context of a path's next row.</summary>
    public void Encode(int path, Span<float> context)
    {
        int count = (int)Math.Min(_counts[path], encoding.Window);
        for (int back = 0; back < count; back++)
        {
            _before[back] = (path * encoding.Window) + (int)((_counts[path] - 1 - back) % encoding.Window);
        }

        encoding.Encode(_rows, _before.AsSpan(0, count), context);
    }
}
