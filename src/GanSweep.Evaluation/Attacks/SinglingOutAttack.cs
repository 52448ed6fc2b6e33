using GanSweep.Evaluation.Attacks.Predicates;
using GanSweep.Evaluation.Attacks.Rates;
using GanSweep.Evaluation.Privacy;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks;

/// <summary>
/// Predicates that fit a single synthetic row, held against the training rows: one that fits a single one of them succeeds. Equal rows of a table count once.
/// At most 1,000 predicates; of tables of more than 65,536 rows as many evenly spaced ones.
/// </summary>
/// <remarks>
/// The control's successes are multiplied by (control rows + 1) / (training rows + 1), as Anonymeter's correction for tables of different sizes does in effect: the
/// model that it fits saturates for controls of up to some thousands of rows (for those of up to 1,000 it has one size to fit to). That is the expectation for
/// predicates of uniformly distributed weight; those that single out a synthetic row are lighter, so a control that is smaller than the training table makes the
/// risk too high. <see cref="EqualRows"/> needs no model, and is all there is of tables of more than 10,000 rows, where Anonymeter's fit is another.
/// </remarks>
internal sealed class SinglingOutAttack
{
    private const int ColumnsOfMultivariate = 3;

    // Beyond so many rows of both tables no correction is made.
    private const int MostCorrectedRows = 10_000;

    // Streams of steps that do not meet.
    private const long RowStep = 1L << 32;
    private const long RandomStep = 2L << 32;

    private readonly Table _synthetic;
    private readonly Table _training;
    private readonly Table _heldOut;
    private readonly long _seed;

    /// <param name="tables">What is attacked.</param>
    /// <param name="seed">The seed of the predicates.</param>
    public SinglingOutAttack(AttackedTables tables, long seed)
    {
        _synthetic = Different(tables.Synthetic);
        _training = Different(tables.Training);
        _heldOut = Different(tables.HeldOut);
        _seed = seed;
    }

    /// <summary>By one column.</summary>
    public AttackResult Univariate()
    {
        return Hold(AttackKind.SinglingOutUnivariate, RarePredicates.Of(_synthetic, AttackSizes.Predicates, _seed), columns: 1);
    }

    /// <summary>By three columns, or two if there are no more; null if there is but one.</summary>
    public AttackResult? Multivariate(CancellationToken cancellationToken)
    {
        int columns = Math.Min(ColumnsOfMultivariate, _synthetic.ColumnCount);
        return columns < 2 ? null : Hold(
            AttackKind.SinglingOutMultivariate,
            new RowPredicates(_synthetic).Draw(AttackSizes.Predicates, columns, new Draws(_seed, RowStep), cancellationToken),
            columns);
    }

    private AttackResult Hold(AttackKind kind, Predicate[] predicates, int columns)
    {
        Predicate[] naive = RandomPredicates.Draw(_synthetic, AttackSizes.Predicates, columns, new Draws(_seed, RandomStep * columns));
        int equal = Math.Min(_training.RowCount, _heldOut.RowCount);
        int[] inTraining = CountsIn(_training, predicates);
        int[] inHeldOut = CountsIn(_heldOut, predicates);
        int[] byChance = CountsIn(_training, naive);
        EqualRows equalRows = new(equal, OfDrawn(inTraining, equal, _training.RowCount), OfDrawn(inHeldOut, equal, _heldOut.RowCount));
        if (equal > MostCorrectedRows || _training.RowCount == _heldOut.RowCount)
        {
            return new AttackResult { Kind = kind, Attack = equalRows.Attack, Control = equalRows.Control, Baseline = OfDrawn(byChance, equal, _training.RowCount) };
        }

        double correction = (_heldOut.RowCount + 1.0) / (_training.RowCount + 1.0);
        return new AttackResult
        {
            Kind = kind,
            Attack = new SuccessRate(inTraining.Count(count => count == 1), predicates.Length),
            Control = new SuccessRate(Math.Min(inHeldOut.Count(count => count == 1) * correction, predicates.Length), predicates.Length),
            Baseline = new SuccessRate(byChance.Count(count => count == 1), naive.Length),
            EqualRows = equalRows,
        };
    }

    private static int[] CountsIn(Table table, Predicate[] predicates)
    {
        return [.. predicates.Select(predicate => predicate.CountIn(table))];
    }

    // The expected successes of predicates that fit so many rows each, if some of all rows are drawn.
    private static SuccessRate OfDrawn(int[] counts, int drawn, int all)
    {
        return new SuccessRate(counts.Sum(count => OneOf(drawn, count, all)), counts.Length);
    }

    // How likely exactly one of some rows is among those drawn of all: hypergeometric.
    private static double OneOf(int drawn, int some, int all)
    {
        double odds = (double)drawn * some / all;
        for (int other = 0; other < some - 1 && odds > 0; other++)
        {
            odds *= Math.Max(all - drawn - other, 0) / (all - 1.0 - other);
        }

        return odds;
    }

    private static Table Different(Table table)
    {
        Table thinned = table.Thinned(AttackSizes.Rows);
        return thinned.Take(new RowSet(new DenseRows(thinned)).Firsts());
    }
}
