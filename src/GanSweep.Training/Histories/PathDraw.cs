using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Training.Histories;

/// <summary>Draws paths of a generator, and makes tables of them.</summary>
/// <param name="model">What it knows of paths.</param>
/// <param name="transform">The transform of the columns that it learns.</param>
internal sealed class PathDraw(PathModel model, TableTransform transform)
{
    // More side by side are no faster, and what they remember stays small.
    private const int MostAtOnce = 512;
    private const int NumbersRemembered = 1 << 24;

    // A path that stands for a longer series is no longer than this: many short ones are drawn side by side, and what is measured over 60 rows does not ask for more.
    private const int LongestOfMany = 2_048;

    private readonly RowHistory _history = new(transform.Features, model.Sequence.Window, model.History);
    private readonly PathStates _states = new(transform.Features, model.Lowest, model.Highest, GroupStates(model, transform));
    private readonly FittedClock? _clock = transform.Rules.Rules.OfType<FittedClock>().FirstOrDefault();

    /// <summary>Paths that are drawn side by side, at most; it changes none of them.</summary>
    public int PathsAtOnce => (int)Math.Clamp(NumbersRemembered / ((long)model.Sequence.Window * transform.Features.Count), 1, MostAtOnce);

    /// <summary>What the rows of a generator are made of, and what came before each.</summary>
    /// <param name="transform">The transform of the columns that it learns.</param>
    /// <param name="model">What it knows of paths; null where its rows stand by themselves.</param>
    public static FeatureLayout FeaturesOf(TableTransform transform, PathModel? model)
    {
        return model is null ? transform.Features : transform.Features with { Context = RowForecast.WidthOf(new HistoryEncoding(transform.Features, model.Sequence.Window)) };
    }

    /// <summary>Paths that together have as many rows as are asked for: of each series its share of them, in stretches of one length.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="sample">Which of several samples of as many rows: each has paths of its own.</param>
    public ImmutableArray<PathPlan> Plan(int rows, int sample = 0)
    {
        List<PathPlan> plans = [];
        double before = 0;
        int groups = Math.Max(model.Groups.Length, 1);
        for (int group = 0; group < groups; group++)
        {
            double after = group == groups - 1 ? 1 : before + model.Groups[group].Share;
            int length = (int)Math.Round(after * rows) - (int)Math.Round(before * rows);
            int stretches = length == 0 ? 0 : ((length - 1) / LongestOfMany) + 1;
            for (int stretch = 0; stretch < stretches; stretch++)
            {
                int own = (int)((long)length * (stretch + 1) / stretches) - (int)((long)length * stretch / stretches);
                plans.Add(new PathPlan(plans.Count, own, model.Groups.IsEmpty ? -1 : group));
            }

            before = after;
        }

        return [.. plans.Select(plan => plan with { Number = plan.Number + ((long)sample * plans.Count) })];
    }

    /// <summary>Paths that are drawn side by side, whose rows are asked for part by part.</summary>
    /// <param name="plans">The paths, and how many rows of each a part has.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What they are for.</param>
    public PathRoll Begin(ImmutableArray<PathPlan> plans, long seed, RandomPurpose purpose)
    {
        return new PathRoll(transform.Features, _history, _states, plans, seed, purpose);
    }

    /// <summary>Draws whole paths.</summary>
    /// <param name="generator">Draws a row given what came before it.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What they are for.</param>
    /// <param name="plans">The paths.</param>
    /// <param name="rows">Receives their rows, path after path, <c>[rows, features]</c>.</param>
    /// <param name="contexts">Receives what came before each, <c>[rows, context]</c>; nothing where nobody asks.</param>
    public void Draw(IRowGenerator generator, long seed, RandomPurpose purpose, ImmutableArray<PathPlan> plans, Span<float> rows, Span<float> contexts = default)
    {
        int start = 0;
        foreach (PathPlan[] some in plans.Chunk(PathsAtOnce))
        {
            int count = some.Sum(plan => plan.Length);
            Begin([.. some], seed, purpose).Draw(
                generator,
                rows.Slice(start * transform.Features.Count, count * transform.Features.Count),
                contexts.IsEmpty ? [] : contexts.Slice(start * _history.Width, count * _history.Width));
            start += count;
        }
    }

    /// <summary>From rows of paths back to what the generator said of them.</summary>
    /// <param name="rows"><c>[rows, features]</c>; changed in place.</param>
    /// <param name="contexts">What came before each, <c>[rows, context]</c>.</param>
    public void Filter(Span<float> rows, ReadOnlySpan<float> contexts)
    {
        int features = transform.Features.Count;
        for (int row = 0; row < rows.Length / features; row++)
        {
            _history.Filter(rows.Slice(row * features, features), contexts.Slice(row * _history.Width, _history.Width));
        }
    }

    /// <summary>The table of paths that were drawn, path after path.</summary>
    /// <param name="calibrated">From the generator's values back to the table's.</param>
    /// <param name="seed">The seed of their steps in time.</param>
    /// <param name="plans">The paths.</param>
    /// <param name="rows">Their rows, <c>[rows, features]</c>.</param>
    public SequencedTable TableOf(TableTransform calibrated, long seed, ImmutableArray<PathPlan> plans, ReadOnlySpan<float> rows)
    {
        double[][] columns = calibrated.Inverse(rows);
        FillWhatIsKnown(calibrated, plans, ClockOf(seed, plans), columns);
        int? at = _clock is null ? null : PlaceOf(calibrated, _clock.Column);
        int? group = model.Sequence.Group is { } name ? PlaceOf(calibrated, name) : null;
        return new SequencedTable(new Table(calibrated.Schema, columns), [.. plans.Select(plan => plan.Length)], at, group);
    }

    /// <summary>When the rows of paths are; null where no column says.</summary>
    /// <param name="seed">The seed of their steps in time.</param>
    /// <param name="plans">The paths.</param>
    public PathClock? ClockOf(long seed, ImmutableArray<PathPlan> plans)
    {
        return _clock is null ? null : new PathClock(_clock, seed, plans);
    }

    /// <summary>Writes what is known of rows without a model: when they are, and which series they are of.</summary>
    /// <param name="calibrated">From the generator's values back to the table's.</param>
    /// <param name="plans">The paths, and how many rows of each there are.</param>
    /// <param name="clock">When their next rows are; null where no column says.</param>
    /// <param name="columns">The table, path after path, <c>[columns][rows]</c>.</param>
    public void FillWhatIsKnown(TableTransform calibrated, ImmutableArray<PathPlan> plans, PathClock? clock, double[][] columns)
    {
        int start = 0;
        for (int path = 0; path < plans.Length; path++)
        {
            int length = plans[path].Length;
            clock?.Fill(path, columns[PlaceOf(calibrated, _clock!.Column)].AsSpan(start, length));
            if (model.Sequence.Group is { } name)
            {
                columns[PlaceOf(calibrated, name)].AsSpan(start, length).Fill(LevelOf(calibrated, name, model.Groups[plans[path].Group]));
            }

            start += length;
        }
    }

    private static int LevelOf(TableTransform transform, string column, PathGroup group)
    {
        return transform.Schema[PlaceOf(transform, column)].Levels.IndexOf(group.Name);
    }

    private static int PlaceOf(TableTransform transform, string column)
    {
        return transform.Schema.Index().First(each => each.Item.Name == column).Index;
    }

    // As the model has seen each group, and where it stands in a row.
    private static (int Start, float[][] States)? GroupStates(PathModel model, TableTransform transform)
    {
        if (model.Sequence.Group is not { } name)
        {
            return null;
        }

        int column = transform.ColumnNames.Index().First(each => each.Item == name).Index;
        return (transform.StartOf(column), [.. model.Groups.Select(group => transform.SeenOf(column, LevelOf(transform, name, group)))]);
    }
}
