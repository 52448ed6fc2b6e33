namespace GanSweep.Evaluation.Baselines.Trees;

/// <summary>Classes: parts are as impure as their Gini index, rows × (1 − Σ shares²) (Breiman, Friedman, Olshen and Stone 1984). Counted in whole numbers.</summary>
/// <param name="classes">The class of each row.</param>
/// <param name="count">All are below it.</param>
internal sealed class GiniTarget(int[] classes, int count) : SplitTarget
{
    private readonly long[] _left = new long[count];
    private readonly long[] _right = new long[count];
    private int _rows;
    private int _leftRows;
    private long _squares;
    private long _leftSquares;
    private long _rightSquares;
    private int _majority;

    /// <inheritdoc/>
    public override double Impurity => _rows - ((double)_squares / _rows);

    /// <inheritdoc/>
    public override double Gain => ((double)_leftSquares / _leftRows) + ((double)_rightSquares / (_rows - _leftRows)) - ((double)_squares / _rows);

    /// <inheritdoc/>
    public override void Begin(ReadOnlySpan<int> rows)
    {
        Reset(rows);
        (_rows, _squares) = (rows.Length, _rightSquares);
        _majority = classes[rows[0]];
        foreach (int row in rows)
        {
            // The lowest of those that are as frequent.
            (long found, long most) = (_right[classes[row]], _right[_majority]);
            _majority = found > most || (found == most && classes[row] < _majority) ? classes[row] : _majority;
        }
    }

    /// <inheritdoc/>
    public override void Reset(ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
        {
            _left[classes[row]] = _right[classes[row]] = 0;
        }

        foreach (int row in rows)
        {
            _right[classes[row]]++;
        }

        // Σ n² over classes is Σ n over rows.
        (_leftRows, _leftSquares, _rightSquares) = (0, 0, 0);
        foreach (int row in rows)
        {
            _rightSquares += _right[classes[row]];
        }
    }

    /// <inheritdoc/>
    public override void MoveLeft(int row)
    {
        int found = classes[row];
        _leftRows++;
        _leftSquares += (2 * _left[found]++) + 1;
        _rightSquares -= (2 * _right[found]--) - 1;
    }

    /// <inheritdoc/>
    public override double OrderOf(int row)
    {
        return classes[row] == _majority ? 1 : 0;
    }
}
