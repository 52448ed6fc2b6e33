using GanSweep.Evaluation.Attacks.Rates;
using GanSweep.Evaluation.Privacy;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks;

/// <summary>
/// A column of rows is told by what the nearest synthetic row by the known columns has there. The naive attack takes it from any synthetic row; its rate is the
/// expectation, over 1,024 evenly spaced ones of more.
/// </summary>
/// <param name="tables">What is attacked.</param>
/// <param name="seed">Which of equally near rows are taken.</param>
internal sealed class InferenceAttack(AttackedTables tables, long seed)
{
    private const int NaiveRows = 1024;

    private readonly Table _synthetic = tables.Synthetic.Thinned(AttackSizes.SearchedRows(tables.Synthetic.ColumnCount));

    /// <summary>Attacks.</summary>
    /// <param name="secret">The column that is told.</param>
    /// <param name="known">The columns that are known, at least one, without the secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public AttackResult Attack(int secret, int[] known, CancellationToken cancellationToken)
    {
        NearestRows nearest = new(tables.Real, _synthetic, known, new CounterRandom(seed, RandomPurpose.Inference, secret));
        SecretMatch match = new(tables.Real, secret);
        int mostTargets = AttackSizes.Targets(_synthetic.RowCount, known.Length);
        Table targets = tables.Training.Thinned(mostTargets);
        return new AttackResult
        {
            Kind = AttackKind.Inference,
            Known = [.. known.Select(column => _synthetic.ColumnNames[column])],
            Secret = _synthetic.ColumnNames[secret],
            Attack = Rate(targets),
            Control = Rate(tables.HeldOut.Thinned(mostTargets)),
            Baseline = Naive(targets, secret, match),
        };

        SuccessRate Rate(Table attacked)
        {
            DenseRows rows = new(attacked.Choose(known));
            int right = 0;
            int found = 0;
            for (int row = 0; row < attacked.RowCount; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                nearest.Find(rows, row, new Span<int>(ref found));
                right += match.IsRight(_synthetic.Column(secret)[found], attacked.Column(secret)[row]) ? 1 : 0;
            }

            return new SuccessRate(right, attacked.RowCount);
        }
    }

    private SuccessRate Naive(Table targets, int secret, SecretMatch match)
    {
        ReadOnlySpan<double> guesses = _synthetic.Thinned(NaiveRows).Column(secret);
        long right = 0;
        foreach (double truth in targets.Column(secret))
        {
            foreach (double guess in guesses)
            {
                right += match.IsRight(guess, truth) ? 1 : 0;
            }
        }

        return new SuccessRate((double)right / guesses.Length, targets.RowCount);
    }
}
