using GanSweep.Evaluation.Baselines.Copulas;

namespace GanSweep.Evaluation.Baselines.NoisyMargins;

/// <summary>What noisy counts say of a column: the share of each cell, in which values are even, and in the outermost fewer
/// the farther out; and of missing cells.</summary>
internal sealed class NoisyMargin
{
    private readonly CellGrid _grid;
    private readonly double[] _shares;
    private readonly double[] _below;
    private readonly Decay _lower;
    private readonly Decay _upper;
    private readonly int _first;
    private readonly int _last;

    /// <param name="grid">Its cells.</param>
    /// <param name="shares">Their shares of what is there, which add up to 1.</param>
    /// <param name="missing">The share of missing cells, 0 to 1.</param>
    public NoisyMargin(CellGrid grid, double[] shares, double missing)
    {
        _grid = grid;
        _shares = shares;
        Missing = missing;
        _below = new double[shares.Length];
        for (int cell = 1; cell < _below.Length; cell++)
        {
            _below[cell] = _below[cell - 1] + shares[cell - 1];
        }

        _first = Array.FindIndex(shares, share => share > 0);
        _last = Array.FindLastIndex(shares, share => share > 0);
        _lower = TailOf(_first, _first + 1);
        _upper = TailOf(_last, _last - 1);

        // The variance of mid-ranks, a third but for ties.
        double ties = shares.Select((share, cell) => share * share * share / (grid.ValuesIn(cell) * grid.ValuesIn(cell))).Sum();
        Deviation = Math.Sqrt(Math.Max((1 - missing) * (1 - ties) / 3, 0));
    }

    /// <summary>The share of missing cells.</summary>
    public double Missing { get; }

    /// <summary>The standard deviation of <see cref="RankOf"/>, were the rows as the margin says.</summary>
    public double Deviation { get; }

    /// <summary>That of <see cref="RankOfMissing"/>.</summary>
    public double DeviationOfMissing => Math.Sqrt(Missing * (1 - Missing));

    /// <summary>Twice the share below a cell of a table and half of its equals, less 1: from −1 to 1, 0 of a missing one.</summary>
    public double RankOf(double value)
    {
        if (double.IsNaN(value))
        {
            return 0;
        }

        int cell = _grid.CellOf(value);
        return Math.Clamp((2 * (_below[cell] + (_shares[cell] * PartBelow(_grid.PartOf(value, cell), cell)))) - 1, -1, 1);
    }

    /// <summary>The same of whether it is missing.</summary>
    public double RankOfMissing(double value)
    {
        return double.IsNaN(value) ? 1 - Missing : -Missing;
    }

    /// <summary>The margin, by its quantiles.</summary>
    /// <param name="scores">The normal scores of quantiles in the middle of equal shares.</param>
    public CopulaColumn AtScores(double[] scores)
    {
        double[] values = Missing == 1 ? [] : new double[scores.Length];
        int cell = 0;
        for (int knot = 0; knot < values.Length; knot++)
        {
            double share = (knot + 0.5) / scores.Length;
            while (cell < _shares.Length - 1 && _below[cell] + _shares[cell] <= share)
            {
                cell++;
            }

            // Rounding may leave the last cells empty: then the last that is not has the largest.
            while (_shares[cell] == 0)
            {
                cell--;
            }

            values[knot] = ValueIn(cell, Math.Clamp((share - _below[cell]) / _shares[cell], 0, 1 - 1e-9));
        }

        return new CopulaColumn(scores, values, _grid.IsWhole, Missing);
    }

    private Decay TailOf(int cell, int neighbour)
    {
        return cell < 0 || neighbour < 0 || neighbour >= _shares.Length || _first == _last
            ? Decay.None
            : Decay.From(_shares[neighbour] / _grid.WidthOf(neighbour) * _grid.WidthOf(cell) / _shares[cell]);
    }

    // The share of a cell's values that are less far into it than a part of its width.
    private double PartBelow(double part, int cell)
    {
        return cell == _last ? _upper.ShareWithin(part) : cell == _first ? 1 - _lower.ShareWithin(1 - part) : part;
    }

    private double ValueIn(int cell, double share)
    {
        double part = cell == _last ? _upper.PartWith(share) : cell == _first ? 1 - _lower.PartWith(1 - share) : share;
        return _grid.ValueIn(cell, Math.Clamp(part, 0, 1 - 1e-9));
    }
}
