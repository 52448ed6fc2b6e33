using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>The rows of which every cell is missing: they say nothing, and are left out.</summary>
internal sealed class LeftOutRows
{
    private const int MostNamed = 5;

    private readonly List<long> _first = [];
    private long _count;

    /// <summary>Leaves a row out.</summary>
    public void Add(long line)
    {
        _count++;
        if (_first.Count < MostNamed)
        {
            _first.Add(line);
        }
    }

    /// <summary>A sentence; null if there are none.</summary>
    public string? Note()
    {
        string lines = string.Join(", ", _first) + (_count > _first.Count ? ", …" : string.Empty);
        return _count == 0 ? null : $"{Amount.Of(_count, "row")} without any value {(_count == 1 ? "was" : "were")} left out (line{(_count == 1 ? "" : "s")} {lines}).";
    }
}
