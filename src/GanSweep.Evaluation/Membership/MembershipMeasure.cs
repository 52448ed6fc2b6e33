using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Membership;

/// <summary>
/// Whether a stranger can tell from the synthetic rows which rows were trained on: a <see cref="Stranger"/> is given training rows and held-out ones, of each at
/// most 1,024 evenly spaced ones, and asked which are which, by three attacks. What the strongest gets counts, and so it does in what it is held against:
/// 200 random splits of the table into as many of each, attacked by the rows of twenty Gaussian copulas of rows drawn from the whole table, which know of no split.
/// </summary>
/// <remarks>Of fewer than ten held-out rows it tells nothing, and is not measured.</remarks>
internal sealed class MembershipMeasure
{
    /// <summary>The most records of a side that are asked of.</summary>
    public const int MostRecords = 1024;

    /// <summary>The fewest held-out rows of which something can be told.</summary>
    public const int FewestHeldOut = 10;

    /// <summary>How many splits tell what there is to find where there is nothing.</summary>
    public const int Splits = 200;

    private const int Generators = 20;
    private const long FirstBootstrap = 1L << 32;

    private readonly RealSide _real;
    private readonly Table _members;
    private readonly Table _heldOut;
    private readonly Lazy<(RealRecords Records, Stranger Stranger)> _asked;
    private readonly Lazy<Lazy<MembershipFindings>[]> _relabelled;

    private MembershipMeasure(RealSide real, TablePart heldOut)
    {
        _real = real;
        _members = real.Split.TrainingPart.Thinned(MostRecords);
        _heldOut = heldOut.Thinned(MostRecords);
        _asked = new(Ask);
        _relabelled = new(Relabel);
    }

    /// <summary>What the real table asks for; null where nothing, or too little, is held out.</summary>
    public static MembershipMeasure? On(RealSide real)
    {
        return real.Part(side => new Known(side.Split.HeldOutPart is { RowCount: >= FewestHeldOut } heldOut ? new MembershipMeasure(side, heldOut) : null)).Measure;
    }

    /// <summary>What is found of a synthetic table; null where it is not measured.</summary>
    public static MembershipFindings? Of(Comparison comparison)
    {
        return On(comparison.Real) is { } measure ? comparison.Part(each => measure.Find(each.Columns)) : null;
    }

    /// <summary>What is found where labels mean nothing; null where it is not measured.</summary>
    /// <param name="real">The real table.</param>
    /// <param name="value">Which of the findings.</param>
    /// <returns>How many splits there are, and the value of each.</returns>
    public static (int Splits, Func<int, double> Value)? OfSplits(RealSide real, Func<MembershipFindings, double> value)
    {
        return On(real) is { } measure ? (Splits, split => value(measure._relabelled.Value[split].Value)) : null;
    }

    private MembershipFindings Find(TableColumns synthetic)
    {
        (RealRecords records, Stranger stranger) = _asked.Value;
        int[] members = [.. Enumerable.Range(0, _members.RowCount)];
        int[] own = [.. Enumerable.Range(0, _heldOut.RowCount)];
        int[] heldOut = [.. own.Select(row => members.Length + row)];
        return new MembershipFindings([.. stranger.Judge(records.TracesIn(synthetic, records.Count), members, heldOut, own)]);
    }

    private (RealRecords, Stranger) Ask()
    {
        RealRecords records = new(_real, new HoldoutSplit(_members, _heldOut).Whole());
        return (records, new Stranger(records.To(_heldOut), _heldOut.ColumnCount));
    }

    private Lazy<MembershipFindings>[] Relabel()
    {
        RowDraw draws = new(_real.Table, _real.Sequence, _members.RowCount + _heldOut.RowCount);
        Table table = draws.Rows;
        RelabelledRecords relabelled = new(_real, table);
        Lazy<Traces>[] traces = [.. Enumerable.Range(0, Generators).Select(number => new Lazy<Traces>(() => relabelled.TracesIn(UnknowingOf(table, number))))];
        return
        [
            .. Enumerable.Range(1, Splits).Select(split => new Lazy<MembershipFindings>(() =>
            {
                (int[] heldOut, int[] members) = draws.From(draws.Order, _heldOut.RowCount, split);
                return relabelled.Find(traces[split % Generators].Value, members, heldOut);
            })),
        ];
    }

    // Each of rows drawn again, so that they differ as the rows of one generator do from another's.
    private static TableColumns UnknowingOf(Table table, int number)
    {
        int[] drawn = new int[table.RowCount];
        new CounterRandom(0, RandomPurpose.Bootstrap, FirstBootstrap + number).FillBelow(drawn, table.RowCount);
        return new TableColumns(
            new GaussianCopula().Draw(table.Take(drawn), table.RowCount), (_, _) => new InvalidOperationException("The copula's rows are of the table's kinds."));
    }

    // A part is always there.
    private sealed record Known(MembershipMeasure? Measure);
}
