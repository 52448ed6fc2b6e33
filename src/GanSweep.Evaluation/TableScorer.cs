using System.Collections.Immutable;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Histograms;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;

namespace GanSweep.Evaluation;

/// <summary>
/// Scores synthetic tables against one real table, fast enough to choose the epochs of a training by. The real side is computed once; scoring is a pure function of the two tables, gives the
/// same bits on every processor, and may be called from several threads at a time.
/// </summary>
/// <remarks>
/// <para>r is the real column and s the synthetic one. <c>meanGap</c> = |mean_s − mean_r| / std_r; <c>stdGap</c> = |std_s − std_r| / std_r,
/// both with n − 1; <c>correlationDistance</c> = mean over column pairs of |pearson_s − pearson_r|; <c>jsEstimate</c> = Jensen–Shannon
/// divergence in bits (Lin 1991) between histograms of at most 20 bins, whose edges are the distinct quantiles of the real column at 1/20 …
/// 19/20 (type 7 of Hyndman and Fan 1996); a value on an edge is in the lower bin, and the outer bins are open-ended. All but the
/// correlation are means over columns.</para>
/// <para>Where std_r is 0, gaps are measured in units of |mean_r|, or of 1 where that is 0 too. A pair with a constant real column leaves
/// the correlation's mean, which is 0 when no pair is left; a constant synthetic column has correlation 0 with every other. Gaps are
/// capped at <see cref="LargestGap"/>, so that every score of finite tables is finite.</para>
/// </remarks>
public sealed class TableScorer
{
    /// <summary>No gap is larger: far beyond any use, and far enough from overflow for sums and ratios of gaps.</summary>
    public const double LargestGap = 1e100;

    private readonly Table _real;
    private readonly ColumnMoments[] _moments;
    private readonly EqualFrequencyHistogram[] _histograms;
    private readonly CorrelationMatrix _correlations;

    /// <summary>Computes the real side.</summary>
    /// <param name="real">The real table, of at least two rows of finite numbers.</param>
    /// <exception cref="ArgumentException">It has fewer than two rows, or a cell that is not finite.</exception>
    public TableScorer(Table real)
    {
        ArgumentNullException.ThrowIfNull(real);
        RequireTwoRows(real, "real", nameof(real));
        _real = real;
        _moments = new ColumnMoments[real.ColumnCount];
        _histograms = new EqualFrequencyHistogram[real.ColumnCount];
        for (int column = 0; column < real.ColumnCount; column++)
        {
            _moments[column] = ColumnMoments.TryOf(real.Column(column))
                ?? throw new ArgumentException($"Column '{real.ColumnNames[column]}' of the real table holds NaN or an infinity.", nameof(real));
            _histograms[column] = new EqualFrequencyHistogram(real.Column(column));
        }

        _correlations = CorrelationMatrix.Of(real, _moments);
    }

    /// <summary>Whether two columns vary, so that there are correlations.</summary>
    internal bool HasPairs => _correlations.HasPairs;

    /// <summary>The four scores and their total against <paramref name="yardsticks"/>.</summary>
    /// <param name="synthetic">A table with the real table's columns, in its order, of at least two rows.</param>
    /// <param name="yardsticks">What the scores are divided by for <see cref="GanScores.Total"/>.</param>
    /// <exception cref="NonFiniteRowsException">The synthetic table holds NaN or an infinity.</exception>
    /// <exception cref="ArgumentException">The columns differ from the real table's, or there are fewer than two rows.</exception>
    public GanScores Score(Table synthetic, Yardsticks yardsticks)
    {
        ArgumentNullException.ThrowIfNull(yardsticks);
        return ScoreParts(synthetic).WithTotal(yardsticks.SecondSample);
    }

    /// <summary>The four scores alone.</summary>
    /// <inheritdoc cref="Score" path="/param[@name='synthetic']"/>
    /// <inheritdoc cref="Score" path="/exception"/>
    public ScoreParts ScoreParts(Table synthetic)
    {
        ColumnMoments[] moments = MomentsOf(synthetic);
        double meanGap = 0;
        double stdGap = 0;
        double js = 0;
        for (int column = 0; column < moments.Length; column++)
        {
            meanGap += MeanGap(column, moments[column]);
            stdGap += StdGap(column, moments[column]);
            js += _histograms[column].DivergenceTo(synthetic.Column(column));
        }

        double correlationDistance = _correlations.DistanceTo(synthetic, moments);
        return new ScoreParts(meanGap / moments.Length, stdGap / moments.Length, correlationDistance, js / moments.Length);
    }

    /// <summary>The mean, deviation and divergence of every column by itself, in the table's order.</summary>
    /// <inheritdoc cref="Score" path="/param[@name='synthetic']"/>
    /// <inheritdoc cref="Score" path="/exception"/>
    internal ImmutableArray<ColumnScores> ScoreColumns(Table synthetic)
    {
        ColumnMoments[] moments = MomentsOf(synthetic);
        return
        [
            .. moments.Select((columnMoments, column) => new ColumnScores(
                _real.ColumnNames[column],
                MeanGap(column, columnMoments),
                StdGap(column, columnMoments),
                _histograms[column].DivergenceTo(synthetic.Column(column)))),
        ];
    }

    /// <summary>What gaps of a column are measured in: std_r, or its stand-in where that is 0.</summary>
    internal double UnitOf(int column)
    {
        return _moments[column].Unit;
    }

    private double MeanGap(int column, ColumnMoments synthetic)
    {
        return Math.Min(Math.Abs(synthetic.Mean - _moments[column].Mean) / _moments[column].Unit, LargestGap);
    }

    private double StdGap(int column, ColumnMoments synthetic)
    {
        return Math.Min(Math.Abs(synthetic.StandardDeviation - _moments[column].StandardDeviation) / _moments[column].Unit, LargestGap);
    }

    private ColumnMoments[] MomentsOf(Table synthetic)
    {
        ArgumentNullException.ThrowIfNull(synthetic);
        RequireSameColumns(synthetic);
        RequireTwoRows(synthetic, "synthetic", nameof(synthetic));
        ColumnMoments[] moments = new ColumnMoments[synthetic.ColumnCount];
        for (int column = 0; column < moments.Length; column++)
        {
            moments[column] = ColumnMoments.TryOf(synthetic.Column(column)) ?? throw FirstNonFinite(synthetic, column);
        }

        return moments;
    }

    private void RequireSameColumns(Table synthetic)
    {
        if (!synthetic.ColumnNames.SequenceEqual(_real.ColumnNames))
        {
            throw new ArgumentException(
                $"The synthetic table has the columns {string.Join(", ", synthetic.ColumnNames)}, "
                + $"and the real one {string.Join(", ", _real.ColumnNames)}; scores need the same columns in the same order.",
                nameof(synthetic));
        }
    }

    private static void RequireTwoRows(Table table, string which, string parameter)
    {
        if (table.RowCount < 2)
        {
            throw new ArgumentException($"The {which} table has {table.RowCount} rows; scores need at least 2.", parameter);
        }
    }

    private static NonFiniteRowsException FirstNonFinite(Table synthetic, int column)
    {
        ReadOnlySpan<double> values = synthetic.Column(column);
        int row = 0;
        while (double.IsFinite(values[row]))
        {
            row++;
        }

        return new NonFiniteRowsException(synthetic.ColumnNames[column], row + 1, values[row]);
    }
}
