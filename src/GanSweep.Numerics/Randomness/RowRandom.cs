namespace GanSweep.Numerics.Randomness;

/// <summary>
/// Where the random numbers of some rows come from: one address for all of them, or one for each, so that a row is the same whichever rows stand beside it; or
/// numbers that are spread evenly, of rows that nobody looks at but all together.
/// </summary>
public readonly ref struct RowRandom
{
    private readonly CounterRandom _ofAll;
    private readonly ReadOnlySpan<CounterRandom> _ofEach;
    private readonly SobolNormals? _even;
    private readonly int _first;
    private readonly int _rows;

    /// <summary>One address for all rows.</summary>
    public RowRandom(CounterRandom ofAll)
    {
        _ofAll = ofAll;
    }

    /// <summary>An address for each row.</summary>
    /// <param name="ofEach"><c>[rows]</c>, at least one.</param>
    public RowRandom(ReadOnlySpan<CounterRandom> ofEach)
    {
        _ofEach = ofEach;
    }

    /// <summary>Normal numbers that are spread evenly; all others, and those beyond, at one address for all rows.</summary>
    /// <param name="even">The normal numbers.</param>
    /// <param name="first">The number of the first row among those that they are spread over.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="ofAll">The address of all others.</param>
    public RowRandom(SobolNormals even, int first, int rows, CounterRandom ofAll)
    {
        (_even, _first, _rows, _ofAll) = (even, first, rows, ofAll);
    }

    /// <summary>One address for all rows.</summary>
    public static implicit operator RowRandom(CounterRandom ofAll)
    {
        return FromCounterRandom(ofAll);
    }

    /// <summary>One address for all rows.</summary>
    public static RowRandom FromCounterRandom(CounterRandom ofAll)
    {
        return new RowRandom(ofAll);
    }

    /// <summary>Standard normal numbers, <see cref="CounterRandom.FillNormal"/> or <see cref="SobolNormals"/>.</summary>
    /// <param name="numbers"><c>[rows, numbers of a row]</c>.</param>
    public void FillNormal(Span<float> numbers)
    {
        if (_even is not null)
        {
            _even.Fill(numbers, _first, _rows, _ofAll);
            return;
        }

        if (_ofEach.IsEmpty)
        {
            _ofAll.FillNormal(numbers);
            return;
        }

        int width = numbers.Length / _ofEach.Length;
        for (int row = 0; row < _ofEach.Length; row++)
        {
            _ofEach[row].FillNormal(numbers.Slice(row * width, width));
        }
    }

    /// <summary>Standard Gumbel numbers, <see cref="CounterRandom.FillGumbel"/>.</summary>
    /// <param name="numbers"><c>[rows, numbers of a row]</c>.</param>
    public void FillGumbel(Span<float> numbers)
    {
        if (_ofEach.IsEmpty)
        {
            _ofAll.FillGumbel(numbers);
            return;
        }

        int width = numbers.Length / _ofEach.Length;
        for (int row = 0; row < _ofEach.Length; row++)
        {
            _ofEach[row].FillGumbel(numbers.Slice(row * width, width));
        }
    }
}
