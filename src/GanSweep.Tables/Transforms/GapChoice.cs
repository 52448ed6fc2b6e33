namespace GanSweep.Tables.Transforms;

/// <summary>
/// Which cells of a <see cref="GapGroup"/> are missing in a row. Of a pattern a generator says the sum, over the cells that are missing in it, of what it says
/// of missing over what it says of the likeliest else; the largest sum, its bias added, is the row's.
/// </summary>
internal sealed class GapChoice
{
    private readonly GapGroup _group;
    private readonly ColumnEncoding[] _columns;
    private readonly int[] _starts;
    private readonly int[][] _missing;

    /// <param name="group">The group.</param>
    /// <param name="numbers">The numbers of its columns.</param>
    /// <param name="columns">Its columns, each with missing among its outcomes.</param>
    /// <param name="starts">Where each begins in a row.</param>
    public GapChoice(GapGroup group, int[] numbers, ColumnEncoding[] columns, int[] starts)
    {
        _group = group;
        Columns = numbers;
        _columns = columns;
        _starts = starts;
        _missing = [.. group.Patterns.Select(pattern => Enumerable.Range(0, numbers.Length).Where(member => pattern[member] == GapGroup.Missing).ToArray())];
    }

    /// <summary>The numbers of the group's columns.</summary>
    public int[] Columns { get; }

    /// <summary>The same with other biases.</summary>
    public GapChoice With(GapGroup group)
    {
        return new GapChoice(group, Columns, _columns, _starts);
    }

    /// <summary>What a generator says of each pattern, biases left out.</summary>
    /// <param name="values"><c>[rows, features]</c>.</param>
    /// <param name="features">Numbers of a row.</param>
    /// <returns><c>[rows, patterns]</c>.</returns>
    public float[] Said(ReadOnlySpan<float> values, int features)
    {
        float[] said = new float[values.Length / features * _missing.Length];
        Span<float> excess = new float[_columns.Length];
        for (int row = 0; row * features < values.Length; row++)
        {
            Say(values[(row * features)..], excess, said.AsSpan(row * _missing.Length, _missing.Length));
        }

        return said;
    }

    /// <summary>Which cells are missing.</summary>
    /// <param name="values"><c>[rows, features]</c>.</param>
    /// <param name="features">Numbers of a row.</param>
    /// <returns><c>[columns][rows]</c>.</returns>
    public bool[][] Decide(ReadOnlySpan<float> values, int features)
    {
        int rows = values.Length / features;
        bool[][] missing = [.. _columns.Select(_ => new bool[rows])];
        Span<float> excess = new float[_columns.Length];
        Span<float> said = new float[_missing.Length];
        for (int row = 0; row * features < values.Length; row++)
        {
            Say(values[(row * features)..], excess, said);
            foreach (int member in _missing[ColumnEncoding.Largest(said, but: -1, _group.Biases.AsSpan())])
            {
                missing[member][row] = true;
            }
        }

        return missing;
    }

    // Of one row.
    private void Say(ReadOnlySpan<float> values, Span<float> excess, Span<float> said)
    {
        for (int member = 0; member < _columns.Length; member++)
        {
            excess[member] = _columns[member].ExcessOfMissing(values[_starts[member]..]);
        }

        said.Clear();
        for (int pattern = 0; pattern < said.Length; pattern++)
        {
            foreach (int member in _missing[pattern])
            {
                said[pattern] += excess[member];
            }
        }
    }
}
