namespace GanSweep.Evaluation.Baselines.Trees;

/// <summary>Numbers: parts are as impure as their squares about their means sum up to (Breiman, Friedman, Olshen and Stone 1984).</summary>
/// <param name="values">Centred numbers of a size near 1, by row.</param>
internal sealed class VarianceTarget(double[] values) : SplitTarget
{
    private int _rows;
    private double _sum;
    private double _squares;
    private int _leftRows;
    private double _leftSum;

    /// <inheritdoc/>
    public override double Impurity => _squares - (_sum * _sum / _rows);

    /// <inheritdoc/>
    public override double Gain
    {
        get
        {
            double right = _sum - _leftSum;
            return (_leftSum * _leftSum / _leftRows) + (right * right / (_rows - _leftRows)) - (_sum * _sum / _rows);
        }
    }

    /// <inheritdoc/>
    public override void Begin(ReadOnlySpan<int> rows)
    {
        (_rows, _sum, _squares) = (rows.Length, 0, 0);
        foreach (int row in rows)
        {
            _sum += values[row];
            _squares += values[row] * values[row];
        }
    }

    /// <inheritdoc/>
    public override void Reset(ReadOnlySpan<int> rows)
    {
        (_leftRows, _leftSum) = (0, 0);
    }

    /// <inheritdoc/>
    public override void MoveLeft(int row)
    {
        _leftRows++;
        _leftSum += values[row];
    }

    /// <inheritdoc/>
    public override double OrderOf(int row)
    {
        return values[row];
    }
}
