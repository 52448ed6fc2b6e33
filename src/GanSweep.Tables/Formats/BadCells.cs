using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>The cells of a table that are not numbers: the first of them, and how many there are.</summary>
internal sealed class BadCells
{
    private const int MostNamed = 10;

    private readonly List<BadCell> _first = [];
    private long _count;

    /// <summary>Counts a cell.</summary>
    /// <param name="describe">Says what is wrong with it, if it is one of the first.</param>
    public void Add(Func<BadCell> describe)
    {
        _count++;
        if (_first.Count < MostNamed)
        {
            _first.Add(describe());
        }
    }

    /// <summary>Says what they are, unless there are none.</summary>
    /// <exception cref="TableException">There are.</exception>
    public void ThrowIfAny(string source)
    {
        if (_first is not [var first, ..])
        {
            return;
        }

        string message = _count == 1
            ? $"{source}, {first.Where}: {first.What}. {first.Hint}"
            : $"{source} has {Amount.Of(_count, "cell")} that are not finite numbers: {string.Join("; ", _first.Select(cell => $"{cell.Where}: {cell.What}"))}"
                + (_count > MostNamed ? $"; and {_count - MostNamed:N0} more. " : ". ") + first.Hint;
        throw new TableException(message, source, first.Line, first.Column);
    }
}
