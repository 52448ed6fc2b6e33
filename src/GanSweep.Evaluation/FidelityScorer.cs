using System.Collections.Immutable;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Joint;
using GanSweep.Evaluation.Moments;
using GanSweep.Evaluation.Tails;
using GanSweep.Tables;

namespace GanSweep.Evaluation;

/// <summary>
/// Every score of how close synthetic tables are to one real table: what a finished generator is judged by. The four of
/// <see cref="TableScorer"/> choose its epoch; these take ten times as long. A pure function of the two tables, the same to the bit on every
/// processor, callable from several threads at a time.
/// </summary>
/// <remarks>
/// <para>r is the real column and s the synthetic one; std_r as in <see cref="TableScorer"/>, quantiles of type 7 of Hyndman and Fan 1996.</para>
/// <para><c>rankCorrelationDistance</c>: mean over column pairs of |spearman_s − spearman_r|, equal values sharing their mean rank.
/// <c>wasserstein1</c>: mean over columns of ∫|F_r − F_s| / std_r. <c>ksComplement</c>: mean over columns of 1 − max|F_r − F_s|.
/// <c>correlationSimilarity</c>: mean over column pairs of 1 − |pearson_s − pearson_r| / 2. <c>quality</c>: the mean of the last two. These
/// three are SDMetrics' KSComplement, CorrelationSimilarity and QualityReport with both thresholds at 0; without a pair of columns that
/// vary, <c>correlationSimilarity</c> is null and <c>quality</c> is <c>ksComplement</c>.</para>
/// <para><c>q01Gap</c>, <c>q99Gap</c>: mean over columns of |q_s − q_r| / std_r. <c>coExceedance90</c>: share of rows above the real 90 %
/// quantile in every column that is not constant; <c>coExceedanceGap</c>: its difference to that of the real table. <c>outOfRange</c>:
/// share of cells below the smallest or above the largest value of their real column.</para>
/// <para><c>jointDistance</c>: the energy distance (Székely and Rizzo 2013) between the normal scores of at most 2,048 evenly spaced rows of
/// each table, a value's score being Φ⁻¹ of its mid-rank in the real column. It is chosen over a classifier, which would have to be trained,
/// and over MMD, which needs a kernel and its width.</para>
/// </remarks>
public sealed class FidelityScorer
{
    private readonly Table _real;
    private readonly TableScorer _four;
    private readonly SortedColumn[] _columns;
    private readonly CorrelationMatrix _rankCorrelations;
    private readonly JointDistance _joint;
    private readonly CoExceedance _coExceedance;

    /// <summary>Computes the real side.</summary>
    /// <param name="real">The real table, of at least two rows of finite numbers.</param>
    /// <exception cref="ArgumentException">It has fewer than two rows, or a cell that is not finite.</exception>
    public FidelityScorer(Table real)
    {
        _real = real;
        _four = new TableScorer(real);
        _columns = Sorted(real);
        Table ranks = Ranks.Of(real);
        _rankCorrelations = CorrelationMatrix.Of(ranks, MomentsOf(ranks));
        _joint = new JointDistance(real, _columns);
        _coExceedance = new CoExceedance(real, _columns);
    }

    /// <summary>The share of real rows above the 90 % quantile in every column.</summary>
    public double RealCoExceedance90 => _coExceedance.RealShare;

    /// <summary>The scores, their total by equal weights of the first four; those of privacy are null.</summary>
    /// <param name="synthetic">A table with the real table's columns, in its order, of at least two rows.</param>
    /// <param name="yardsticks">What the scores are divided by for <see cref="GanScores.Total"/>.</param>
    /// <exception cref="NonFiniteRowsException">The synthetic table holds NaN or an infinity.</exception>
    /// <exception cref="ArgumentException">The columns differ from the real table's, or there are fewer than two rows.</exception>
    public GanScores Score(Table synthetic, Yardsticks yardsticks)
    {
        ArgumentNullException.ThrowIfNull(yardsticks);
        GanScores scores = Score(synthetic);
        return scores with { Total = ScoreParts.Of(scores).TotalAgainst(yardsticks.SecondSample) };
    }

    /// <summary>The same without a total.</summary>
    /// <inheritdoc cref="Score(Table, Yardsticks)" path="/param[@name='synthetic']"/>
    /// <inheritdoc cref="Score(Table, Yardsticks)" path="/exception"/>
    public GanScores Score(Table synthetic)
    {
        GanScores four = ScoreFour(synthetic);
        ColumnScores[] columns = [.. ScoreColumns(synthetic)];
        Table ranks = Ranks.Of(synthetic);
        double shapes = columns.Average(column => column.KsComplement);
        double? trends = _four.HasPairs ? 1 - (four.CorrelationDistance / 2) : null;
        double coExceedance = _coExceedance.ShareOf(synthetic);
        return four with
        {
            RankCorrelationDistance = _rankCorrelations.DistanceTo(ranks, MomentsOf(ranks)),
            Wasserstein1 = MeanGap(columns, column => column.Wasserstein1),
            KsComplement = shapes,
            CorrelationSimilarity = trends,
            Quality = ((trends ?? shapes) + shapes) / 2,
            Q01Gap = MeanGap(columns, column => Math.Abs(column.Q01 - column.RealQ01)),
            Q99Gap = MeanGap(columns, column => Math.Abs(column.Q99 - column.RealQ99)),
            CoExceedance90 = coExceedance,
            CoExceedanceGap = Math.Abs(coExceedance - RealCoExceedance90),
            OutOfRange = OutOfRange(synthetic),
            JointDistance = _joint.To(synthetic),
        };
    }

    /// <summary>The scores of every column by itself, in the table's order.</summary>
    /// <inheritdoc cref="Score(Table, Yardsticks)" path="/param[@name='synthetic']"/>
    /// <inheritdoc cref="Score(Table, Yardsticks)" path="/exception"/>
    public ImmutableArray<ColumnScores> ScoreColumns(Table synthetic)
    {
        ImmutableArray<ColumnScores> four = _four.ScoreColumns(synthetic);
        SortedColumn[] sorted = Sorted(synthetic);
        return
        [
            .. four.Select((scores, column) =>
            {
                DistributionDistance distance = DistributionDistance.Between(_columns[column].Values, sorted[column].Values);
                return scores with
                {
                    KsComplement = 1 - distance.KolmogorovSmirnov,
                    Wasserstein1 = distance.Wasserstein1,
                    RealQ01 = _columns[column].Quantile(1, 100),
                    Q01 = sorted[column].Quantile(1, 100),
                    RealQ99 = _columns[column].Quantile(99, 100),
                    Q99 = sorted[column].Quantile(99, 100),
                };
            }),
        ];
    }

    /// <summary>The four default scores alone, without a total.</summary>
    internal GanScores ScoreFour(Table synthetic)
    {
        return _four.ScoreParts(synthetic).WithTotal(new GanScores());
    }

    /// <summary>The joint distance between two tables, each by the ranks of the real one.</summary>
    internal double JointDistanceBetween(Table one, Table other)
    {
        return _joint.Between(one, other);
    }

    private double MeanGap(ColumnScores[] columns, Func<ColumnScores, double> difference)
    {
        return columns.Select((scores, column) => Math.Min(difference(scores) / _four.UnitOf(column), TableScorer.LargestGap)).Average();
    }

    private double OutOfRange(Table synthetic)
    {
        long outside = 0;
        for (int column = 0; column < _columns.Length; column++)
        {
            double low = _columns[column].Values[0];
            double high = _columns[column].Values[^1];
            foreach (double value in synthetic.Column(column))
            {
                outside += value < low || value > high ? 1 : 0;
            }
        }

        return outside / ((double)synthetic.RowCount * _real.ColumnCount);
    }

    private static SortedColumn[] Sorted(Table table)
    {
        return [.. Enumerable.Range(0, table.ColumnCount).Select(column => new SortedColumn(table.Column(column)))];
    }

    private static ColumnMoments[] MomentsOf(Table ranks)
    {
        return [.. Enumerable.Range(0, ranks.ColumnCount).Select(column => ColumnMoments.TryOf(ranks.Column(column))!.Value)];
    }
}
