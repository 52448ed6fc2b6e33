using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Baselines.NoisyMargins;

/// <summary>A line cut into cells, of which each has its lower edge. What is beyond the outermost counts as theirs.</summary>
internal sealed class CellGrid
{
    private const int LeastExponent = -32;
    private const int LargestExponent = 64;
    private const int ExponentsApart = 2;

    private readonly double[] _edges;
    private readonly bool[] _isGap;

    // Cells without a value are left out.
    private CellGrid(IEnumerable<(double Edge, bool IsGap)> cells, bool isWhole)
    {
        IsWhole = isWhole;
        (double Edge, bool IsGap)[] kept =
        [
            .. cells.Select(cell => (Edge: isWhole ? Math.Ceiling(cell.Edge) + 0.0 : cell.Edge, cell.IsGap)).GroupBy(cell => cell.Edge).Select(same => same.Last()),
        ];
        _edges = [.. kept.Select(cell => cell.Edge)];
        _isGap = [.. kept.Select(cell => cell.IsGap)];
        if (_edges.Length == 1)
        {
            _edges = [_edges[0], isWhole ? _edges[0] + 1 : Math.BitIncrement(_edges[0])];
        }
    }

    /// <summary>Whether its edges, and so its values, are whole numbers.</summary>
    public bool IsWhole { get; }

    /// <summary>The number of cells.</summary>
    public int Count => _edges.Length - 1;

    /// <summary>Whether there was no weight in a cell when it was made: nothing is expected there.</summary>
    public bool IsGap(int cell)
    {
        return _isGap[cell];
    }

    /// <summary>The grid on which a column is first looked for, the same whatever is in it: powers of 4 from 2^−32 to 2^64, those below 0, and what is between.</summary>
    /// <param name="column">A column of numbers or dates; a time of day is within a day.</param>
    public static CellGrid Widest(ColumnSchema column)
    {
        double[] powers =
        [
            .. Enumerable.Range(0, ((LargestExponent - LeastExponent) / ExponentsApart) + 1)
                .Select(power => Math.ScaleB(1, LeastExponent + (power * ExponentsApart))),
        ];
        bool isDate = column.Kind == ColumnKind.Date;
        (double from, double to) = !isDate ? (-powers[^1], powers[^1]) : column.Unit switch
        {
            DateUnit.SecondsOfDay => (0, 86_400),
            DateUnit.Days => (FirstDay, LastDay + 1),
            DateUnit.Seconds => (86_400 * FirstDay, 86_400 * (LastDay + 1)),
            _ => (12.0 * (1 - 1970), 12.0 * (10_000 - 1970)),
        };
        return new CellGrid(powers.Reverse().Select(power => -power).Concat(powers).Select(edge => (Math.Clamp(edge, from, to), false)), isDate);
    }

    /// <summary>A cell for each level.</summary>
    public static CellGrid OfLevels(int levels)
    {
        return new CellGrid(Enumerable.Range(0, levels + 1).Select(level => ((double)level, false)), isWhole: true);
    }

    /// <summary>A single cell, of 0 alone.</summary>
    public static CellGrid OfZero { get; } = OfLevels(1);

    private static double FirstDay => -719_162;

    private static double LastDay => 2_932_896;

    /// <summary>The cell that a value is in.</summary>
    public int CellOf(double value)
    {
        int edge = Array.BinarySearch(_edges, value);
        return Math.Clamp(edge >= 0 ? edge : ~edge - 1, 0, Count - 1);
    }

    /// <summary>How far into its cell a value is, from 0 to 1: the middle of what a whole number has of it.</summary>
    public double PartOf(double value, int cell)
    {
        (double from, double to) = (_edges[cell], _edges[cell + 1]);
        return IsWhole
            ? Math.Clamp(value - from + 0.5, 0.5, to - from - 0.5) / (to - from)
            : Math.Clamp(((value / 2) - (from / 2)) / ((to / 2) - (from / 2)), 0, 1);
    }

    /// <summary>The value that is so far into a cell.</summary>
    /// <param name="cell">Which.</param>
    /// <param name="part">0 to below 1.</param>
    public double ValueIn(int cell, double part)
    {
        double value = _edges[cell] + ((_edges[cell + 1] - _edges[cell]) * part);
        return IsWhole ? Math.Floor(value) : value;
    }

    /// <summary>How wide a cell is.</summary>
    public double WidthOf(int cell)
    {
        return _edges[cell + 1] - _edges[cell];
    }

    /// <summary>How many values there are in a cell, as many as can be told apart; infinitely many unless they are whole.</summary>
    public double ValuesIn(int cell)
    {
        return IsWhole ? _edges[cell + 1] - _edges[cell] : double.PositiveInfinity;
    }

    /// <summary>
    /// Cells of equal weight where there is any, each stretch without as one gap, and beyond the outermost that have some a few more at most.
    /// </summary>
    /// <param name="weights">Of each cell, not below 0, at least one above.</param>
    /// <param name="parts">How many cells of equal weight.</param>
    /// <param name="beyond">How many cells are kept on either side of those that have weight.</param>
    /// <param name="isWhole">Whether values are whole numbers.</param>
    public CellGrid Refined(double[] weights, int parts, int beyond, bool isWhole)
    {
        int first = Math.Max(Array.FindIndex(weights, weight => weight > 0) - beyond, 0);
        int last = Math.Min(Array.FindLastIndex(weights, weight => weight > 0) + beyond, Count - 1);
        double each = weights.Sum() / parts;
        double below = 0;
        int done = 1;
        List<(double Edge, bool IsGap)> cells = [(_edges[first], weights[first] == 0)];
        for (int cell = first; cell <= last; cell++)
        {
            if (cell > first && IsEdge(weights[cell - 1], weights[cell], each))
            {
                cells.Add((_edges[cell], weights[cell] == 0));
            }

            for (; done < parts && weights[cell] > 0 && (done * each) - below < weights[cell]; done++)
            {
                double part = Math.Max((done * each) - below, 0) / weights[cell];
                cells.Add((_edges[cell] + ((_edges[cell + 1] - _edges[cell]) * part), false));
            }

            below += weights[cell];
        }

        cells.Add((_edges[last + 1], false));
        return new CellGrid(cells, isWhole);
    }

    // Gaps have edges, and so has a cell of which much is known: what is in it, a value that is often there perhaps, is not spread beyond.
    private static bool IsEdge(double below, double above, double each)
    {
        return above > 0 != below > 0 || Math.Max(below, above) >= each;
    }
}
