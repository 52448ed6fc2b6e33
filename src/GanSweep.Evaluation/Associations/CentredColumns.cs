using System.Buffers;
using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Associations;

/// <summary>
/// The columns of a table less their means, and Pearson's correlations of their pairs: over the rows where both cells are there. Undefined, NaN, are
/// those of a column that is constant there.
/// </summary>
internal sealed class CentredColumns
{
    // Below it sums of squares less the square of the sum keep too few digits.
    private const double LeastShareOfSquares = 1e-3;

    private readonly Table _table;
    private readonly ColumnMoments[] _moments;
    private readonly bool _areRanks;
    private readonly double[][] _centred;
    private readonly Lazy<Presence> _presence;

    /// <param name="table">The table.</param>
    /// <param name="moments">The moments of its columns; none for those that are no measures.</param>
    public CentredColumns(Table table, ColumnMoments[] moments)
        : this(table, moments, areRanks: false, own: null)
    {
    }

    private CentredColumns(Table table, ColumnMoments[] moments, bool areRanks, double[][]? own)
    {
        _table = table;
        _moments = moments;
        _areRanks = areRanks;
        _centred = [.. moments.Select((column, index) => column.Count == 0 ? [] : Centred(table, index, column, own?[index] ?? new double[table.RowCount]))];
        _presence = new Lazy<Presence>(() => new Presence(table, moments));
    }

    /// <summary>
    /// Those of ranks, from 1, equal values sharing their mean. Where cells are missing they are ranked anew among the common rows, so that the correlations are
    /// Spearman's; where none is, the ranks are no longer needed, and are centred where they are.
    /// </summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="moments">Their moments; none for columns that have no ranks.</param>
    /// <param name="columns">The arrays of <paramref name="ranks"/>, which belong to nobody else.</param>
    public static CentredColumns OfRanks(Table ranks, ColumnMoments[] moments, double[][] columns)
    {
        bool areWhole = Array.TrueForAll(moments, column => column.Count == 0 || column.Count == ranks.RowCount);
        return new CentredColumns(ranks, moments, areRanks: true, areWhole ? columns : null);
    }

    /// <summary>Those of pairs, in their order.</summary>
    public double[] CorrelationsOf(IReadOnlyList<(int First, int Second)> pairs)
    {
        double[] correlations = new double[pairs.Count];
        int pair = 0;
        while (pair < correlations.Length)
        {
            // Four at a time of those that have their first column in common.
            int first = pairs[pair].First;
            if (pair + 3 < correlations.Length && pairs[pair + 3].First == first && IsWhole(first)
                && IsWhole(pairs[pair].Second) && IsWhole(pairs[pair + 1].Second) && IsWhole(pairs[pair + 2].Second) && IsWhole(pairs[pair + 3].Second))
            {
                (double a, double b, double c, double d) = CentredSums.Products(
                    _centred[first],
                    _centred[pairs[pair].Second], _centred[pairs[pair + 1].Second], _centred[pairs[pair + 2].Second], _centred[pairs[pair + 3].Second]);
                foreach (double products in (ReadOnlySpan<double>)[a, b, c, d])
                {
                    correlations[pair] = OfProducts(products, first, pairs[pair].Second);
                    pair++;
                }
            }
            else
            {
                correlations[pair] = Correlation(first, pairs[pair].Second);
                pair++;
            }
        }

        return correlations;
    }

    /// <summary>That of a pair.</summary>
    public double Correlation(int first, int second)
    {
        return _moments[first].IsConstant || _moments[second].IsConstant ? double.NaN
            : IsWhole(first) && IsWhole(second) ? OfProducts(CentredSums.Products(_centred[first], _centred[second]), first, second)
            : _areRanks ? OfCommonRows(first, second)
            : OfMaskedSums(first, second);
    }

    private bool IsWhole(int column)
    {
        return _moments[column].Count == _table.RowCount;
    }

    private double OfProducts(double products, int first, int second)
    {
        ColumnMoments x = _moments[first];
        ColumnMoments y = _moments[second];
        return x.IsConstant || y.IsConstant
            ? double.NaN
            : Math.Clamp(products / (Math.Sqrt(x.ScaledSquares) * Math.Sqrt(y.ScaledSquares)), -1, 1);
    }

    // All sums over the common rows are products of whole columns: a missing cell is 0, and so is whether it is there.
    private double OfMaskedSums(int first, int second)
    {
        double[] x = _centred[first];
        double[] y = _centred[second];
        double[] inX = _presence.Value.Of(first);
        double[] inY = _presence.Value.Of(second);
        double rows = CentredSums.Products(inX, inY);
        double sumX = CentredSums.Products(x, inY);
        double sumY = CentredSums.Products(y, inX);
        double squaresX = CentredSums.Products(_presence.Value.Squares(first, x), inY);
        double squaresY = CentredSums.Products(_presence.Value.Squares(second, y), inX);
        double aboutMeanX = squaresX - (sumX * sumX / rows);
        double aboutMeanY = squaresY - (sumY * sumY / rows);
        return aboutMeanX > LeastShareOfSquares * squaresX && aboutMeanY > LeastShareOfSquares * squaresY
            ? Math.Clamp((CentredSums.Products(x, y) - (sumX * sumY / rows)) / (Math.Sqrt(aboutMeanX) * Math.Sqrt(aboutMeanY)), -1, 1)
            : OfCommonRows(first, second);
    }

    private double OfCommonRows(int first, int second)
    {
        ReadOnlySpan<double> x = _table.Column(first);
        ReadOnlySpan<double> y = _table.Column(second);
        double[] commonX = ArrayPool<double>.Shared.Rent(x.Length);
        double[] commonY = ArrayPool<double>.Shared.Rent(x.Length);
        int common = 0;
        for (int row = 0; row < x.Length; row++)
        {
            // Written over by the next row unless both are there.
            (commonX[common], commonY[common]) = (x[row], y[row]);
            common += double.IsNaN(x[row]) || double.IsNaN(y[row]) ? 0 : 1;
        }

        if (_areRanks)
        {
            Ranks.Again(commonX.AsSpan(0, common), x.Length);
            Ranks.Again(commonY.AsSpan(0, common), x.Length);
        }

        double correlation = Pearson(commonX.AsSpan(0, common), commonY.AsSpan(0, common));
        ArrayPool<double>.Shared.Return(commonX);
        ArrayPool<double>.Shared.Return(commonY);
        return correlation;
    }

    private static double Pearson(Span<double> x, Span<double> y)
    {
        ColumnMoments ofX = ColumnMoments.TryOf(x)!.Value;
        ColumnMoments ofY = ColumnMoments.TryOf(y)!.Value;
        if (ofX.IsConstant || ofY.IsConstant)
        {
            return double.NaN;
        }

        CentredSums.Centre(x, ofX.Mean, ofX.Scale, x);
        CentredSums.Centre(y, ofY.Mean, ofY.Scale, y);
        return Math.Clamp(CentredSums.Products(x, y) / (Math.Sqrt(ofX.ScaledSquares) * Math.Sqrt(ofY.ScaledSquares)), -1, 1);
    }

    private static double[] Centred(Table table, int column, ColumnMoments moments, double[] centred)
    {
        CentredSums.Centre(table.Column(column), moments.Mean, moments.Scale, centred);
        if (moments.Count < centred.Length)
        {
            for (int row = 0; row < centred.Length; row++)
            {
                centred[row] = double.IsNaN(centred[row]) ? 0 : centred[row];
            }
        }

        return centred;
    }

    /// <summary>Which cells are there, as ones and zeros, and the squares of columns: for pairs with missing cells alone.</summary>
    private sealed class Presence(Table table, ColumnMoments[] moments)
    {
        private readonly double[] _whole = [.. Enumerable.Repeat(1.0, table.RowCount)];
        private readonly double[]?[] _ofColumns = new double[table.ColumnCount][];
        private readonly double[]?[] _squares = new double[table.ColumnCount][];

        public double[] Of(int column)
        {
            return moments[column].Count == table.RowCount
                ? _whole
                : _ofColumns[column] ??= [.. table.Column(column).ToArray().Select(value => double.IsNaN(value) ? 0.0 : 1.0)];
        }

        public double[] Squares(int column, double[] centred)
        {
            return _squares[column] ??= [.. centred.Select(value => value * value)];
        }
    }
}
