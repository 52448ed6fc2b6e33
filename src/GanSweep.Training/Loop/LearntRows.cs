using System.Collections.Immutable;
using GanSweep.Evaluation.Holdout;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Text;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Histories;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Loop;

/// <summary>What a run's model learns from: its training rows, transformed, and where they follow each other what these leave of each, and what came before it.</summary>
internal sealed class LearntRows
{
    /// <param name="transform">From values to numbers of rows, and back.</param>
    /// <param name="rows"><c>[rows, features + context]</c>.</param>
    /// <param name="features">What they are made of.</param>
    /// <param name="paths">How rows follow each other; null where they do not.</param>
    public LearntRows(TableTransform transform, float[] rows, FeatureLayout features, PathModel? paths)
    {
        Transform = transform;
        Rows = rows;
        Features = features;
        Paths = paths;
    }

    /// <summary>From values to numbers of rows, and back.</summary>
    public TableTransform Transform { get; }

    /// <summary><c>[rows, features + context]</c>, in the order of the training rows.</summary>
    public float[] Rows { get; }

    /// <summary>What they are made of.</summary>
    public FeatureLayout Features { get; }

    /// <summary>How rows follow each other, as a generator knows it; null where they do not.</summary>
    public PathModel? Paths { get; }

    /// <summary>Those of a run.</summary>
    /// <param name="task">The run.</param>
    /// <param name="split">What of its table is trained on.</param>
    /// <exception cref="TransformException">The table cannot be transformed as configured.</exception>
    public static LearntRows Of(TrainingTask task, HoldoutSplit split)
    {
        Table training = split.Training;
        Configuration configuration = task.Configuration;
        int minimumCount = LoopKeys.MinimumCountOf(configuration);
        var transform = TableTransform.Fit(
            task.Family.TransformOf(configuration), training, configuration.Get(LoopKeys.Clip), ClockRule.With(task.Rules, task.Sequence), minimumCount, out float[] rows); // [rows, features]
        if (task.Sequence is not { } whole)
        {
            return new LearntRows(transform, rows, transform.Features, null);
        }

        // Open in a run that was specified before there was the key.
        RowSequence sequence = configuration.Says(LoopKeys.Window) ? whole with { Window = configuration.Get(LoopKeys.Window) } : whole;
        (int[] order, ImmutableArray<int> lengths) = split.OrderOf(sequence);
        (ImmutableArray<float> lowest, ImmutableArray<float> highest) = RangesOf(rows, transform.Features.Count, minimumCount);
        TrainingHistory history = new(rows, transform.Features, order, lengths);
        HistoryModel model = history.Fit(sequence.Window);
        RowHistory shown = new(transform.Features, sequence.Window, model);
        PathModel paths = new(sequence, lowest, highest, model, GroupsOf(transform, training, sequence));
        return new LearntRows(transform, history.WithContexts(shown), transform.Features with { Context = shown.Width }, paths);
    }

    // A series whose word is not told has no paths: its rows were learnt as another's.
    private static ImmutableArray<PathGroup> GroupsOf(TableTransform transform, Table training, RowSequence sequence)
    {
        if (sequence.Group is not { } name)
        {
            return [];
        }

        int column = training.ColumnNames.Index().First(each => each.Item == name).Index;
        ImmutableArray<string> words = training.Schema[column].Levels;
        HashSet<string> told = [.. transform.ToldLevelsOf(name)];
        (string Word, int Rows)[] series =
        [
            .. training.Column(column).ToArray().GroupBy(level => (int)level).OrderBy(group => group.Key).Select(group => (words[group.Key], group.Count())).Where(group => told.Contains(group.Item1)),
        ];
        int rows = series.Sum(each => each.Rows);
        return series.Length > 0
            ? [.. series.Select(each => new PathGroup(each.Word, each.Rows / (double)rows))]
            : throw new TransformException(
                $"No series of column \"{Unprintable.Escaped(name)}\" has as many rows to train on as a word needs to be told: lower \"minimumCount\", say \"exactValues\", or leave \"group\" out.", name);
    }

    // No number is one row's alone: of so many outermost ones the mean, and a quarter of the range beyond.
    private static (ImmutableArray<float> Lowest, ImmutableArray<float> Highest) RangesOf(ReadOnlySpan<float> rows, int features, int minimumCount)
    {
        ImmutableArray<float>.Builder lowest = ImmutableArray.CreateBuilder<float>(features);
        ImmutableArray<float>.Builder highest = ImmutableArray.CreateBuilder<float>(features);
        float[] values = new float[rows.Length / features];
        int outermost = Math.Min(minimumCount, values.Length);
        for (int feature = 0; feature < features; feature++)
        {
            for (int row = 0; row < values.Length; row++)
            {
                values[row] = rows[(row * features) + feature];
            }

            Array.Sort(values);
            double low = values.Take(outermost).Average(value => (double)value);
            double high = values.TakeLast(outermost).Average(value => (double)value);
            lowest.Add((float)(low - (0.25 * (high - low))));
            highest.Add((float)(high + (0.25 * (high - low))));
        }

        return (lowest.MoveToImmutable(), highest.MoveToImmutable());
    }
}
