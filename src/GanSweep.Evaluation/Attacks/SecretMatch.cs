using GanSweep.Evaluation.Moments;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Attacks;

/// <summary>Whether a guess of a cell is right: of a level the same, of a number within 5 % of the guess, of a date within 1 % of the real range; a missing cell is guessed by one.</summary>
internal sealed class SecretMatch
{
    private const double OfNumbers = 0.05;
    private const double OfDates = 0.01;

    private readonly double _share;
    private readonly double _amount;

    /// <param name="real">The real rows.</param>
    /// <param name="column">The column.</param>
    public SecretMatch(Table real, int column)
    {
        ColumnKind kind = real.Schema[column].Kind;
        _share = kind == ColumnKind.Number ? OfNumbers : 0;
        if (kind == ColumnKind.Date)
        {
            Extent extent = Extent.Of(real.Present(column));
            _amount = Math.Max(OfDates * (extent.Largest - extent.Smallest), 0);
        }
    }

    /// <summary>Whether it is.</summary>
    public bool IsRight(double guess, double truth)
    {
        return double.IsNaN(guess) ? double.IsNaN(truth) : Math.Abs(guess - truth) <= (_share * Math.Abs(guess)) + _amount;
    }
}
