using System.Collections.Immutable;
using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Membership;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Evaluation.Threads;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Attacks;

/// <summary>
/// Whether rows of whatever origin tell who was trained on: the attacks of <see cref="MembershipMeasure"/>, each beside what it finds under 200 random
/// labellings of the same records, in stretches of time where they follow each other, whether they can find anything at all in the table, and the records that they find most surely.
/// </summary>
public sealed record MembershipStudy
{
    /// <summary>In how many steps it is made.</summary>
    public const int Steps = 4;

    // A record of a large table is looked at in parts of as many as are asked of at once.
    private const int MostParts = 32;

    private MembershipStudy()
    {
    }

    /// <summary>How many training rows, held-out rows and synthetic rows were held against each other.</summary>
    public required (int Members, int HeldOut, int Synthetic) Looked { get; init; }

    /// <summary>Whether the labels that figures are held against are stretches of time.</summary>
    public required bool IsInTime { get; init; }

    /// <summary>The area under the curve of each attack, in their order.</summary>
    public required ImmutableArray<MembershipFigure> Areas { get; init; }

    /// <summary>That of the strongest attack; what it is held against is that of the strongest too.</summary>
    public required MembershipFigure Area { get; init; }

    /// <summary>The share of training rows that are found where one in a hundred others is taken for one.</summary>
    public required MembershipFigure At1 { get; init; }

    /// <summary>The share of training rows that are found where one in ten others is taken for one.</summary>
    public required MembershipFigure At10 { get; init; }

    /// <summary>What has to be found: the area of the strongest attack on rows that are made of single training rows.</summary>
    public required ImmutableArray<(string Name, double Area)> Controls { get; init; }

    /// <summary>What owes next to nothing to any row and is told about as well, if there is such; see <see cref="MembershipEvidence.Unknowing"/>.</summary>
    public (string Name, double Area)? Unknowing { get; init; }

    /// <summary>The attack that finds most where one in a hundred others is taken for a training row, by which records are exposed.</summary>
    public required MembershipAttack ExposedBy { get; init; }

    /// <summary>How many training rows were looked at for those that are exposed.</summary>
    public required int LookedForExposed { get; init; }

    /// <summary>Those that no more than one in a hundred held-out rows looks like, the surest first.</summary>
    public required ImmutableArray<ExposedRecord> Exposed { get; init; }

    /// <summary>
    /// How many would be exposed by chance: one in a hundred of those that were looked at. Of rows in time, whose windows are few, the share that is found under the other labels where one in
    /// a hundred others is taken for one: of ten others one in eleven looks more like one than all of them, and that by the best of three attacks.
    /// </summary>
    public double ExposedByChance => LookedForExposed * (IsInTime ? At1.Chance.Mean : MembershipFindings.FewAlarms);

    /// <summary>What it comes to.</summary>
    public MembershipEvidence Evidence => new(Area, At1, Controls) { Unknowing = Unknowing };

    /// <summary>Studies rows; null where fewer than ten are held out: nothing could be told of them.</summary>
    /// <param name="split">The rows that were trained on, and those that were held out.</param>
    /// <param name="synthetic">The rows, with the same columns.</param>
    /// <param name="cancellationToken">Gives up between two parts.</param>
    /// <param name="told">Is told how many of <see cref="Steps"/> are done.</param>
    /// <exception cref="NonFiniteRowsException">The synthetic table holds an infinity.</exception>
    /// <exception cref="ArgumentException">The columns differ, or there are fewer than two rows, or a cell is none of its column's levels.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MembershipStudy? Of(HoldoutSplit split, Table synthetic, CancellationToken cancellationToken, Action<long>? told = null)
    {
        ArgumentNullException.ThrowIfNull(split);
        return Of(new Comparison(new RealSide(split.Whole(), split), synthetic), cancellationToken, told);
    }

    /// <summary>Studies rows beside the real ones.</summary>
    /// <inheritdoc cref="Of(HoldoutSplit, Table, CancellationToken, Action{long}?)"/>
    internal static MembershipStudy? Of(Comparison comparison, CancellationToken cancellationToken, Action<long>? told = null)
    {
        RealSide real = comparison.Real;
        if (MembershipMeasure.On(real) is null)
        {
            return null;
        }

        HoldoutSplit split = real.Split;
        Table heldOut = split.HeldOut!.Thinned(MembershipMeasure.MostRecords);
        int members = Math.Min(split.Training.RowCount, MembershipMeasure.MostRecords);
        RelabelledRecords records = new(real, new HoldoutSplit(split.Training.Thinned(members), heldOut).Whole());
        Traces traces = records.TracesIn(comparison.Columns);
        MembershipFindings found = records.Find(traces, [.. Enumerable.Range(0, members)], [.. Enumerable.Range(members, heldOut.RowCount)]);
        told?.Invoke(1);
        var labels = RandomLabels.Of(split, split.Training.EvenlySpaced(members), split.HeldOut.EvenlySpaced(MembershipMeasure.MostRecords));
        MembershipFindings[] chance = Chance(records, traces, labels, cancellationToken);
        MembershipFigure Beside(Score score, Func<MembershipFindings, double> value) => new(value(found), ScoreRange.Of(score, [.. chance.Select(value)]));
        MembershipAttack surest = Enum.GetValues<MembershipAttack>().MaxBy(attack => found.Curves[(int)attack].Found(MembershipFindings.FewAlarms));
        told?.Invoke(2);
        int drawn = Math.Max(comparison.Synthetic.RowCount, split.Training.RowCount);
        ImmutableArray<(string, double)> controls = [.. ((IBaseline[])[new Smote(), new NoisyCopies()]).Select(control => AreaOf(real, control, drawn))];
        (string Name, double Area) unknowing = AreaOf(real, new DpCopula(), drawn);
        MembershipFigure area = Beside(Score.Membership, findings => findings.Area);
        told?.Invoke(3);
        int[] rows = split.Training.EvenlySpaced(MostParts * MembershipMeasure.MostRecords);
        return new MembershipStudy
        {
            IsInTime = labels.AreStretches,
            Looked = (members, heldOut.RowCount, RealRecords.Looked(members + heldOut.RowCount, comparison.Synthetic)),
            Areas = [.. Enum.GetValues<MembershipAttack>().Select(attack => Beside(Score.Membership, findings => findings.Curves[(int)attack].Area))],
            Area = area,
            At1 = Beside(Score.MembershipAt1, findings => findings.Found(MembershipFindings.FewAlarms)),
            At10 = Beside(Score.MembershipAt10, findings => findings.Found(MembershipFindings.MoreAlarms)),
            Controls = controls,
            Unknowing = area.Chance.IsAboutAsFar(area.Value, unknowing.Area) ? unknowing : null,
            ExposedBy = surest,
            LookedForExposed = rows.Length,
            Exposed = ExposedIn(real, comparison, heldOut, rows, surest, members, cancellationToken),
        };
    }

    private static MembershipFindings[] Chance(RelabelledRecords records, Traces traces, RandomLabels labels, CancellationToken cancellationToken)
    {
        MembershipFindings[] findings = new MembershipFindings[MembershipMeasure.Splits];
        AllCores.For(
            findings.Length,
            split =>
            {
                (int[] heldOut, int[] members) = labels.Draw(split);
                findings[split] = records.Find(traces, members, heldOut);
            },
            cancellationToken);
        return findings;
    }

    private static (string Name, double Area) AreaOf(RealSide real, IBaseline synthesizer, int rows)
    {
        Table drawn = synthesizer.Draw(real.Split.Training.Thinned(YardstickEstimator.MostRows), Math.Min(rows, YardstickEstimator.MostRows));
        return (synthesizer.Name, MembershipMeasure.Of(new Comparison(real, drawn))!.Area);
    }

    private static ImmutableArray<ExposedRecord> ExposedIn(
        RealSide real, Comparison comparison, Table heldOut, int[] rows, MembershipAttack attack, int members, CancellationToken cancellationToken)
    {
        int[][] parts = [.. rows.Chunk(MembershipMeasure.MostRecords)];
        double[] others = NumbersOf(real, comparison, heldOut, heldOut, attack, members).Numbers;
        List<(ExposedRecord Record, double Number)>[] found = new List<(ExposedRecord, double)>[parts.Length];
        AllCores.For(
            parts.Length,
            part => found[part] = ExposedOf(parts[part], NumbersOf(real, comparison, real.Split.Training.Take(parts[part]), heldOut, attack, members), others),
            cancellationToken);
        return
        [
            .. found.SelectMany(part => part)
                .OrderBy(each => each.Record.FalseAlarms)
                .ThenByDescending(each => each.Number)
                .ThenBy(each => each.Record.Row)
                .Select(each => each.Record),
        ];
    }

    private static (double[] Numbers, double[] Nearest) NumbersOf(RealSide real, Comparison comparison, Table rows, Table heldOut, MembershipAttack attack, int members)
    {
        RealRecords records = new(real, rows);
        Traces traces = records.TracesIn(comparison.Columns, members + heldOut.RowCount);
        double[][] numbers = new Stranger(records.To(heldOut), heldOut.ColumnCount).Ask(
            traces, [.. Enumerable.Range(0, rows.RowCount)], [.. Enumerable.Range(0, heldOut.RowCount)]);
        return (numbers[(int)attack], traces.Nearest);
    }

    private static List<(ExposedRecord Record, double Number)> ExposedOf(int[] rows, (double[] Numbers, double[] Nearest) asked, double[] others)
    {
        List<(ExposedRecord, double)> exposed = [];
        for (int i = 0; i < rows.Length; i++)
        {
            int alarms = others.Count(other => other >= asked.Numbers[i]);
            if (alarms <= MembershipFindings.FewAlarms * others.Length)
            {
                exposed.Add((new ExposedRecord(rows[i], alarms, asked.Nearest[i]), asked.Numbers[i]));
            }
        }

        return exposed;
    }
}
