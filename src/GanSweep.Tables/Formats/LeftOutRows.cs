using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>The rows of which every cell is missing: they say nothing, and are left out.</summary>
/// <param name="place">What tells a row's place in its file: line, or row.</param>
internal sealed class LeftOutRows(string place)
{
    private const int MostNamed = 5;

    private readonly List<long> _first = [];
    private long _count;

    /// <summary>Leaves a row out.</summary>
    /// <param name="number">The number of its place, from 1.</param>
    public void Add(long number)
    {
        _count++;
        if (_first.Count < MostNamed)
        {
            _first.Add(number);
        }
    }

    /// <summary>A sentence; null if there are none.</summary>
    public string? Note()
    {
        string places = string.Join(", ", _first) + (_count > _first.Count ? ", …" : string.Empty);
        return _count == 0 ? null : $"{Amount.Of(_count, "row")} without any value {(_count == 1 ? "was" : "were")} left out ({place}{(_count == 1 ? "" : "s")} {places}).";
    }
}
