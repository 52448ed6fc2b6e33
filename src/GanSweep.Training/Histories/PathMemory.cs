namespace GanSweep.Training.Histories;

/// <summary>The last rows of paths that are drawn side by side.</summary>
/// <param name="paths">How many.</param>
/// <param name="history">What is shown of them.</param>
/// <param name="features">Numbers of a row.</param>
internal sealed class PathMemory(int paths, RowHistory history, int features)
{
    private readonly float[] _rows = new float[paths * history.Window * features];
    private readonly long[] _counts = new long[paths]; // rows so far, of each path
    private readonly int[] _before = new int[history.Window];

    /// <summary>Where the next row of a path is remembered, <c>[features]</c>: in the place of the oldest.</summary>
    public Span<float> Next(int path)
    {
        int slot = (path * history.Window) + (int)(_counts[path]++ % history.Window);
        return _rows.AsSpan(slot * features, features);
    }

    /// <summary>Writes the context of a path's next row.</summary>
    public void Encode(int path, Span<float> context)
    {
        int count = (int)Math.Min(_counts[path], history.Window);
        for (int back = 0; back < count; back++)
        {
            _before[back] = (path * history.Window) + (int)((_counts[path] - 1 - back) % history.Window);
        }

        history.Encode(_rows, _before.AsSpan(0, count), context);
    }
}
