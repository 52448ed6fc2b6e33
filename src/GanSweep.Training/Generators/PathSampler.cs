using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Histories;

namespace GanSweep.Training.Generators;

/// <summary>Draws paths from a generator's file.</summary>
public static class PathSampler
{
    /// <summary>The name of the column that tells drawn series apart.</summary>
    public const string SeriesColumn = "series";

    private const long NumbersAtOnce = 1 << 22;

    /// <summary>The columns of what <see cref="DrawSeries"/> draws: the number of a series, and the table's.</summary>
    /// <param name="generator">The generator.</param>
    public static ImmutableArray<ColumnSchema> SchemaOf(TrainedGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        string name = SeriesColumn;
        while (generator.Transform.Schema.Any(column => column.Name == name))
        {
            name += "'";
        }

        return generator.Transform.Schema.Insert(0, new ColumnSchema(name));
    }

    /// <summary>How a file of them is spelled.</summary>
    /// <param name="generator">The generator.</param>
    public static TableForm FormOf(TrainedGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        TableForm form = generator.Form;
        return form.Columns.IsEmpty ? form : form with { Columns = form.Columns.Insert(0, new ColumnForm(SchemaOf(generator)[0].Name)) };
    }

    /// <summary>
    /// Draws series of one length, numbered from 1. The same seed gives the same series, whatever their number, and the first rows of longer ones are those of shorter ones, to
    /// the bit. Of several series in the real table each is drawn as often as its rows are.
    /// </summary>
    /// <param name="generator">A generator of rows that follow each other.</param>
    /// <param name="series">How many series, at least 1.</param>
    /// <param name="length">Rows of each, at least 1.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <param name="start">Real rows after which they begin; null for series that begin by themselves.</param>
    /// <returns>Tables with the columns of <see cref="SchemaOf"/>, some series in each, or some rows of one.</returns>
    /// <exception cref="NoPathsException">The generator's rows stand by themselves, or cannot begin there.</exception>
    public static IEnumerable<Table> DrawSeries(TrainedGenerator generator, long series, long length, long seed, PathStart? start = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(series, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (generator.Paths is not { } model)
        {
            throw new NoPathsException(
                "The rows of this generator stand by themselves: its sweep said nothing of how they follow each other. Draw rows without series, or train one with \"sequence\" in sweep.json.");
        }

        // Now, and not when the first are asked for.
        PlanOf(model, 0, 1, seed, start);
        return DrawSome(generator, series, length, seed, start);
    }

    /// <summary>
    /// Draws paths of one series side by side, and keeps a few columns of them. The same seed gives the same paths, whatever their number and length; of a table of one series
    /// they are those of <see cref="DrawSeries"/>.
    /// </summary>
    /// <param name="generator">A generator of rows that follow each other.</param>
    /// <param name="paths">How many, at least 1.</param>
    /// <param name="length">Rows of each, at least 1.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <param name="group">The word of the series, one of <see cref="PathModel.Groups"/>; null where there is one series.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <returns>The values of each, path after path, <c>[columns][paths * length]</c>.</returns>
    public static double[][] DrawPaths(TrainedGenerator generator, int paths, int length, long seed, string? group, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        PathModel model = generator.Paths!;
        int number = group is null ? -1 : model.Groups.Index().First(each => each.Item.Name == group).Index;
        int[] places = [.. columns.Select(name => generator.Transform.Schema.Index().First(each => each.Item.Name == name).Index)];
        double[][] values = [.. columns.Select(_ => new double[paths * length])];
        int together = Math.Min(paths, new PathDraw(model, generator.Transform).PathsAtOnce);
        int part = (int)Math.Clamp(NumbersAtOnce / ((long)together * generator.Features.Count), 1, length);
        for (int first = 0; first < paths; first += together)
        {
            int count = Math.Min(together, paths - first);
            ImmutableArray<PathPlan> plans = [.. Enumerable.Range(first, count).Select(path => new PathPlan(path, part, number))];
            foreach ((int place, Table drawn) in DrawParts(generator, plans, seed).Take(((length - 1) / part) + 1).Index())
            {
                int start = place * part;
                int rows = Math.Min(part, length - start);
                foreach ((int column, double[] kept) in values.Index())
                {
                    for (int path = 0; path < count; path++)
                    {
                        drawn.Column(places[column]).Slice(path * part, rows).CopyTo(kept.AsSpan(((first + path) * length) + start));
                    }
                }
            }
        }

        return values;
    }

    /// <summary>
    /// Draws rows as a sweep scores them: paths side by side, of each series of the real table its share, none longer than 2,048 rows. The same seed gives the same rows.
    /// </summary>
    /// <param name="generator">A generator of rows that follow each other.</param>
    /// <param name="rows">How many rows together, at least 1.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <returns>The rows, path after path, with the real table's columns.</returns>
    public static SequencedTable DrawSideBySide(TrainedGenerator generator, int rows, long seed)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        TableTransform transform = generator.Transform;
        PathDraw draw = new(generator.Paths!, transform);
        ImmutableArray<PathPlan> plans = draw.Plan(rows);
        int together = (int)Math.Clamp(NumbersAtOnce / ((long)plans.Max(plan => plan.Length) * generator.Features.Count), 1, draw.PathsAtOnce);
        using IRowGenerator opened = generator.Family.Open(generator.Configuration, generator.Weights, generator.Features);
        double[][] columns = [.. transform.Schema.Select(_ => new double[rows])];
        int start = 0;
        foreach (PathPlan[] some in plans.Chunk(together))
        {
            float[] said = new float[some.Sum(plan => plan.Length) * transform.Features.Count];
            draw.Draw(opened, seed, RandomPurpose.Sampling, [.. some], said);
            Table part = draw.TableOf(transform, seed, [.. some], said).Table;
            foreach ((int column, double[] values) in columns.Index())
            {
                part.Column(column).CopyTo(values.AsSpan(start));
            }

            start += part.RowCount;
        }

        return new SequencedTable(new Table(transform.Schema, columns, generator.Form), [.. plans.Select(plan => plan.Length)]);
    }

    /// <summary>The rows that a path begins with and that are left out: what each costs besides its own.</summary>
    /// <param name="generator">A generator of rows that follow each other.</param>
    public static int RowsLeftOut(TrainedGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return PathRoll.WindowsLeftOut * generator.Paths!.Sequence.Window;
    }

    /// <summary>
    /// Rows of one endless path, or of one for every series of the real table, of each in turn as many as its share of some: so those of a series follow each other, and the
    /// first rows of a longer draw are those of a shorter one.
    /// </summary>
    internal static IEnumerable<Table> DrawEndless(TrainedGenerator generator, long rows, long seed)
    {
        PathModel model = generator.Paths!;
        ImmutableArray<PathPlan> plans = model.Groups.IsEmpty
            ? [new PathPlan(0, RowSampler.RowsInChunk)]
            : [.. model.Groups.Select((group, number) => new PathPlan(number, Math.Max((int)Math.Round(group.Share * RowSampler.RowsInChunk), 1), number))];
        long drawn = 0;
        foreach (Table part in DrawParts(generator, plans, seed))
        {
            int count = (int)Math.Min(part.RowCount, rows - drawn);
            yield return count == part.RowCount ? part : part.Take([.. Enumerable.Range(0, count)]);
            drawn += count;
            if (drawn == rows)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<Table> DrawSome(TrainedGenerator generator, long series, long length, long seed, PathStart? start)
    {
        // Long series are few at a time, and drawn in parts, one after the other, so that what is held does not grow with them.
        int part = (int)Math.Min(length, RowSampler.RowsInChunk);
        int most = (int)Math.Clamp(NumbersAtOnce / ((long)part * generator.Features.Count), 1, new PathDraw(generator.Paths!, generator.Transform).PathsAtOnce);
        int together = length > part ? 1 : (int)Math.Min(series, most);
        ImmutableArray<ColumnSchema> schema = SchemaOf(generator);
        TableForm form = FormOf(generator);
        for (long first = 0; first < series; first += together)
        {
            ImmutableArray<PathPlan> plans =
            [
                .. Enumerable.Range(0, (int)Math.Min(together, series - first)).Select(place => PlanOf(generator.Paths!, first + place, part, seed, start)),
            ];
            long left = length;
            foreach (Table drawn in DrawParts(generator, plans, seed))
            {
                int count = (int)Math.Min(left, part);
                Table taken = count == part ? drawn : drawn.Take([.. Enumerable.Range(0, count)]);
                double[] numbers = [.. Enumerable.Range(0, taken.RowCount).Select(row => first + (row / count) + 1.0)];
                yield return new Table(schema, [numbers, .. Enumerable.Range(0, taken.ColumnCount).Select(column => taken.Column(column).ToArray())], form);
                left -= count;
                if (left == 0)
                {
                    break;
                }
            }
        }
    }

    private static PathPlan PlanOf(PathModel model, long path, int length, long seed, PathStart? start)
    {
        if (start is null)
        {
            return new PathPlan(path, length, GroupOf(model, seed, path));
        }

        (PathOrigin origin, int group) = start.History.Begin(start.Row, seed, path);
        return new PathPlan(path, length, group, origin);
    }

    // As often as the rows of each.
    private static int GroupOf(PathModel model, long seed, long path)
    {
        if (model.Groups.IsEmpty)
        {
            return -1;
        }

        double[] uniform = new double[1];
        new CounterRandom(seed, RandomPurpose.PathGroup, path).FillUniform(uniform);
        double sum = 0;
        return Math.Min(model.Groups.TakeWhile(group => (sum += group.Share) <= uniform[0]).Count(), model.Groups.Length - 1);
    }

    private static IEnumerable<Table> DrawParts(TrainedGenerator generator, ImmutableArray<PathPlan> plans, long seed)
    {
        TableTransform transform = generator.Transform;
        PathDraw draw = new(generator.Paths!, transform);
        using IRowGenerator opened = generator.Family.Open(generator.Configuration, generator.Weights, generator.Features);
        PathRoll roll = draw.Begin(plans, seed, RandomPurpose.Sampling);
        PathClock? clock = draw.ClockOf(seed, plans);
        float[] rows = new float[plans.Sum(plan => plan.Length) * transform.Features.Count];
        while (true)
        {
            roll.Draw(opened, rows);
            double[][] columns = transform.Inverse(rows);
            draw.FillWhatIsKnown(transform, plans, clock, columns);
            yield return new Table(transform.Schema, columns, generator.Form);
        }
    }
}
