using GanSweep.Tables;

namespace GanSweep.Evaluation.Prediction;

/// <summary>The levels of a target as classes: each its own where there are at most fifteen, else the fifteen most frequent; all others, novel ones too, are one together.</summary>
internal sealed class TargetClasses
{
    private const int MostOfTheirOwn = 15;

    private readonly Dictionary<int, int> _ofLevel;

    /// <param name="table">The rows that tell how frequent levels are; of equally frequent ones the first counts.</param>
    /// <param name="target">The column.</param>
    public TargetClasses(Table table, int target)
    {
        int[] counts = new int[table.Schema[target].Levels.Length];
        foreach (double level in table.Present(target))
        {
            counts[(int)level]++;
        }

        int[] own = [.. Enumerable.Range(0, counts.Length).OrderByDescending(level => counts[level]).Take(MostOfTheirOwn).Order()];
        _ofLevel = own.Select((level, number) => (level, number)).ToDictionary(pair => pair.level, pair => pair.number);
        Count = own.Length + 1;
    }

    /// <summary>How many classes there are, that of all others included.</summary>
    public int Count { get; }

    /// <summary>The classes of levels.</summary>
    public int[] Of(ReadOnlySpan<double> levels)
    {
        int[] classes = new int[levels.Length];
        for (int row = 0; row < classes.Length; row++)
        {
            classes[row] = _ofLevel.GetValueOrDefault((int)levels[row], Count - 1);
        }

        return classes;
    }
}
