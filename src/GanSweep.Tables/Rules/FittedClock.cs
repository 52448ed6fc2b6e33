using System.Collections.Immutable;
using GanSweep.Tables.Disclosure;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Tables.Rules;

/// <summary>
/// The column that says when rows are: where paths begin, and by which steps they go on. Of dates steps hang on the time of the week, or of months on the month, where that is
/// seen often enough: trading days stay trading days, and hours of trading stay those.
/// </summary>
/// <param name="Column">The column.</param>
/// <param name="Start">Where paths begin.</param>
/// <param name="Period">After how long the times of <paramref name="Phases"/> come again; 0 where steps hang on none.</param>
/// <param name="Any">The steps from any time.</param>
/// <param name="Phases">The steps from times that are known, in their order.</param>
public sealed record FittedClock(string Column, double Start, double Period, ClockPhase Any, ImmutableArray<ClockPhase> Phases) : FittedRule
{
    private const int DaysOfAWeek = 7;
    private const int SecondsOfADay = 86_400;
    private const int MonthsOfAYear = 12;

    // Times are known if so many of the rows stand at one that enough others do.
    private const double KnownRows = 0.9;
    private const int FewestAtATime = 5;

    private readonly Dictionary<double, ClockPhase> _byTime = Phases.IsDefault ? [] : Phases.Where(phase => phase is not null).DistinctBy(phase => phase.At).ToDictionary(phase => phase.At);

    /// <summary>The clock of some rows.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="sequence">How they follow each other.</param>
    /// <param name="minimumCount">The rows that a step or a time is told of.</param>
    internal static FittedClock Of(Table table, RowSequence sequence, int minimumCount)
    {
        int place = Find(table.Schema, sequence.By);
        ColumnSchema schema = table.Schema[place];
        int? decimals = schema.Kind == ColumnKind.Date ? 0 : ColumnDecimals.Of(table.Column(place));
        var sequenced = SequencedTable.Of(table, sequence);
        ReadOnlySpan<double> stamps = sequenced.Table.Column(place);
        List<(double From, double Step)> steps = [];
        foreach (Range series in sequenced.Series)
        {
            List<(double From, double Step)> own = [];
            for (int row = series.Start.Value + 1; row < series.End.Value; row++)
            {
                own.Add((stamps[row - 1], stamps[row] - stamps[row - 1]));
            }

            // Over the rows that are held out between two blocks of the others no step was taken.
            HashSet<int> holes = [.. own.Index().OrderByDescending(step => step.Item.Step).Take(sequence.Blocks - 1).Select(step => step.Index)];
            steps.AddRange(own.Where((_, step) => !holes.Contains(step)));
        }

        if (steps.Count == 0)
        {
            steps.Add((stamps[0], schema.Kind == ColumnKind.Date ? 1 : 0));
        }

        (double period, IGrouping<double, (double From, double Step)>[] times) = PeriodsOf(schema)
            .Select(each => (each, steps.GroupBy(step => Remainder(step.From, each)).Where(time => time.Count() >= Math.Max(minimumCount, FewestAtATime)).OrderBy(time => time.Key).ToArray()))
            .FirstOrDefault(each => each.Item2.Sum(time => time.Count()) >= KnownRows * steps.Count, (0.0, []));
        double start = Microaggregation.Of(stamps, minimumCount, decimals).Told(stamps.ToArray().Min());
        return new FittedClock(
            sequence.By, NearestKnown(start, period, [.. times.Select(time => time.Key)]), period, PhaseOf(0, steps.Select(step => step.Step), minimumCount, decimals),
            [.. times.Select(time => PhaseOf(time.Key, time.Select(step => step.Step), minimumCount, decimals))]);
    }

    /// <summary>The stamps of a path.</summary>
    /// <param name="random">Draws its steps, in the order of its rows.</param>
    /// <param name="from">The stamp before the first; null to begin at <see cref="Start"/>.</param>
    /// <param name="stamps">Receives them.</param>
    public void Fill(Func<double> random, double? from, Span<double> stamps)
    {
        ArgumentNullException.ThrowIfNull(random);
        double now = from ?? Start;
        for (int row = 0; row < stamps.Length; row++)
        {
            now = row == 0 && from is null ? now : now + StepFrom(now, random());
            stamps[row] = now;
        }
    }

    /// <inheritdoc/>
    internal override void Check(ImmutableArray<ColumnSchema> schema)
    {
        Demand(schema, 1, [Column]);
        if (schema[Find(schema, Column)].HasLevels || !(Period >= 0) || Any is null || Phases.IsDefault || Phases.Contains(null!) || !Phases.Prepend(Any).All(IsSound)
            || (Period == 0 && !Phases.IsEmpty) || Phases.DistinctBy(phase => phase.At).Count() != Phases.Length)
        {
            throw new RuleException($"The steps of column \"{Column}\" are not those of a fit.");
        }
    }

    /// <inheritdoc/>
    internal override ImmutableArray<ColumnSchema> Reduce(ImmutableArray<ColumnSchema> schema)
    {
        return schema.RemoveAt(Find(schema, Column));
    }

    /// <inheritdoc/>
    internal override double[][] Reduce(ImmutableArray<ColumnSchema> schema, IReadOnlyList<double[]> columns)
    {
        int place = Find(schema, Column);
        return [.. columns.Where((_, column) => column != place)];
    }

    /// <summary>Every row stands at the start: when it is, its path knows.</summary>
    /// <inheritdoc/>
    internal override double[][] Restore(ImmutableArray<ColumnSchema> schema, double[][] reduced)
    {
        List<double[]> columns = [.. reduced];
        double[] stamps = new double[reduced[0].Length];
        stamps.AsSpan().Fill(Start);
        columns.Insert(Find(schema, Column), stamps);
        return [.. columns];
    }

    private static IEnumerable<double> PeriodsOf(ColumnSchema schema)
    {
        return schema.Kind != ColumnKind.Date ? [] : schema.Unit switch
        {
            DateUnit.Days => [DaysOfAWeek],
            DateUnit.Seconds => [DaysOfAWeek * SecondsOfADay, SecondsOfADay],
            DateUnit.Months => [MonthsOfAYear],
            _ => [],
        };
    }

    private static ClockPhase PhaseOf(double at, IEnumerable<double> steps, int minimumCount, int? decimals)
    {
        double[] all = [.. steps];
        var told = Microaggregation.Of(all, minimumCount, decimals);
        (double Step, int Count)[] counts = [.. all.Select(told.Told).GroupBy(step => step).OrderBy(step => step.Key).Select(step => (step.Key, step.Count()))];
        return new ClockPhase(at, [.. counts.Select(step => step.Step)], [.. counts.Select(step => step.Count / (double)all.Length)]);
    }

    private static bool IsSound(ClockPhase phase)
    {
        return !phase.Steps.IsDefaultOrEmpty && !phase.Shares.IsDefault && phase.Steps.Length == phase.Shares.Length && phase.Steps.All(step => step >= 0)
            && phase.Shares.All(share => share > 0) && Math.Abs(phase.Shares.Sum() - 1) < 1e-9;
    }

    private static double NearestKnown(double start, double period, double[] times)
    {
        return times.Length == 0 ? start : start + times.Min(time => Remainder(time - start, period));
    }

    private static double Remainder(double stamp, double period)
    {
        return stamp - (Math.Floor(stamp / period) * period);
    }

    private double StepFrom(double now, double uniform)
    {
        ClockPhase phase = Period > 0 && _byTime.TryGetValue(Remainder(now, Period), out ClockPhase? known) ? known : Any;
        double sum = 0;
        for (int step = 0; step < phase.Steps.Length - 1; step++)
        {
            sum += phase.Shares[step];
            if (uniform < sum)
            {
                return phase.Steps[step];
            }
        }

        return phase.Steps[^1];
    }
}
