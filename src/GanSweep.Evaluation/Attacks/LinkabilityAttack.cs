using System.Collections.Immutable;
using GanSweep.Evaluation.Attacks.Rates;
using GanSweep.Evaluation.Privacy;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks;

/// <summary>
/// Two files with other columns of the same rows each: a row is linked if the five synthetic rows that are nearest to it by the columns of one file and the five by
/// those of the other have one in common. The naive attack takes five random ones each; its rate is the expectation.
/// </summary>
/// <param name="tables">What is attacked.</param>
/// <param name="seed">Which of equally near rows are taken.</param>
internal sealed class LinkabilityAttack(AttackedTables tables, long seed)
{
    private const int Neighbours = 5;

    private readonly Table _synthetic = tables.Synthetic.Thinned(AttackSizes.SearchedRows(tables.Synthetic.ColumnCount));

    /// <summary>The columns of two files: the first, third, fifth … of one, the others of the other.</summary>
    /// <param name="columns">At least two.</param>
    public static (int[] One, int[] Other) Halves(IEnumerable<int> columns)
    {
        ILookup<int, int> halves = columns.Index().ToLookup(column => column.Index % 2, column => column.Item);
        return ([.. halves[0]], [.. halves[1]]);
    }

    /// <summary>Attacks.</summary>
    /// <param name="one">The columns of one file.</param>
    /// <param name="other">The columns of the other.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public AttackResult Attack(int[] one, int[] other, CancellationToken cancellationToken)
    {
        NearestRows byOne = new(tables.Real, _synthetic, one, new CounterRandom(seed, RandomPurpose.Linkability, 0));
        NearestRows byOther = new(tables.Real, _synthetic, other, new CounterRandom(seed, RandomPurpose.Linkability, 1));
        int mostTargets = AttackSizes.Targets(_synthetic.RowCount, one.Length + other.Length);
        SuccessRate attack = Rate(tables.Training.Thinned(mostTargets));
        return new AttackResult
        {
            Kind = AttackKind.Linkability,
            Known = Names(one),
            OtherKnown = Names(other),
            Attack = attack,
            Control = Rate(tables.HeldOut.Thinned(mostTargets)),
            Baseline = new SuccessRate(ByChance() * attack.Attacks, attack.Attacks),
        };

        SuccessRate Rate(Table targets)
        {
            DenseRows ofOne = new(targets.Choose(one));
            DenseRows ofOther = new(targets.Choose(other));
            int[] near = new int[Neighbours];
            int[] nearOther = new int[Neighbours];
            int links = 0;
            for (int row = 0; row < targets.RowCount; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                byOne.Find(ofOne, row, near);
                byOther.Find(ofOther, row, nearOther);
                links += near.AsSpan().ContainsAny(nearOther) ? 1 : 0;
            }

            return new SuccessRate(links, targets.RowCount);
        }
    }

    private ImmutableArray<string> Names(int[] columns)
    {
        return [.. columns.Select(column => _synthetic.ColumnNames[column])];
    }

    // That of five rows none is among five others, all drawn.
    private double ByChance()
    {
        double none = 1;
        for (int row = 0; row < Neighbours; row++)
        {
            none *= Math.Max(_synthetic.RowCount - Neighbours - row, 0) / ((double)_synthetic.RowCount - row);
        }

        return 1 - none;
    }
}
