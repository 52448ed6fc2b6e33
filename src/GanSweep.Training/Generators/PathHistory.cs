using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Text;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Histories;

namespace GanSweep.Training.Generators;

/// <summary>A real table from whose rows paths of a generator go on: the file of a generator holds none.</summary>
public sealed class PathHistory
{
    private readonly TrainedGenerator _generator;
    private readonly SequencedTable _sequence;
    private readonly int[] _numbers; // of the rows in the table, in the order of time
    private readonly ImmutableArray<(Range Rows, int Group)> _series;
    private readonly float[] _rows;
    private readonly int[] _wholeWindows; // places of rows with a whole window that ends with them

    private PathHistory(TrainedGenerator generator, SequencedTable sequence, int[] numbers, ImmutableArray<(Range Rows, int Group)> series, float[] rows)
    {
        _generator = generator;
        _sequence = sequence;
        _numbers = numbers;
        _series = series;
        _rows = rows;
        _wholeWindows = [.. series.SelectMany(each => Enumerable.Range(0, numbers.Length).Take(each.Rows).Skip(Window - 1))];
    }

    private int Window => _generator.Paths!.Sequence.Window;

    private int Features => _generator.Transform.Features.Count;

    /// <summary>That of a table.</summary>
    /// <param name="generator">A generator of rows that follow each other.</param>
    /// <param name="table">Its table, or another with the same columns, in their order; levels that the generator does not tell stand after those that it does.</param>
    /// <exception cref="NoPathsException">The generator's rows stand by themselves, or none of the table's is one of a series that it knows.</exception>
    public static PathHistory Of(TrainedGenerator generator, Table table)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(table);
        PathModel model = generator.Paths ?? throw new NoPathsException("The rows of this generator stand by themselves, and go on from no others.");
        (int[] numbers, _) = SequencedTable.OrderOf(table, model.Sequence);
        SequencedTable sequence = SequencedTable.Of(table, model.Sequence);
        ImmutableArray<(Range Rows, int Group)> series =
        [
            .. sequence.Series.Zip(sequence.Words, (rows, word) => (rows, model.Groups.IsEmpty ? -1 : model.Groups.Select(group => group.Name).ToList().IndexOf(word!)))
                .Where(each => model.Groups.IsEmpty || each.Item2 >= 0),
        ];
        if (series.IsEmpty)
        {
            throw new NoPathsException(
                $"None of the table's series is one that the generator tells: of column \"{Unprintable.Escaped(model.Sequence.Group!)}\" it knows {Listing.Of([.. model.Groups.Select(group => $"\"{group.Name}\"")], 10)}.");
        }

        try
        {
            return new PathHistory(generator, sequence, numbers, series, generator.Transform.Forward(Known(generator.Transform, sequence)));
        }
        catch (Exception fault) when (fault is TransformException or RuleException)
        {
            throw new NoPathsException($"The table's rows are not such as the generator has learnt: {fault.Message}");
        }
    }

    /// <summary>The rows after which a path begins, and the series that it is of.</summary>
    /// <param name="row">The number of a row of the table, from 1; null to draw one.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <param name="path">The number of the path.</param>
    /// <exception cref="NoPathsException">There is no such row, it is of a series that the generator does not know, or no series is as long as the window.</exception>
    internal (PathOrigin Origin, int Group) Begin(int? row, long seed, long path)
    {
        int place = row is { } number ? PlaceOf(number) : Drawn(seed, path);
        (Range rows, int group) = _series.First(each => each.Rows.Start.Value <= place && place < each.Rows.End.Value);
        int first = Math.Max(rows.Start.Value, place + 1 - Window);
        double? stamp = _sequence.Clock is { } clock ? _sequence.Table.Column(clock)[place] : null;
        return (new PathOrigin(_rows.AsMemory(first * Features, (place + 1 - first) * Features), stamp), group);
    }

    // What the generator cannot say stands as in the row before, or of a series' first rows as in the next that it can say.
    private static Table Known(TableTransform transform, SequencedTable sequence)
    {
        Table table = sequence.Table;
        HashSet<string> whole =
        [
            .. transform.ColumnNames.Index().Where(column => !CanSay(transform, column.Index, double.NaN)).Select(column => column.Item),
        ];
        double[][] columns = [.. Enumerable.Range(0, table.ColumnCount).Select(column => table.Column(column).ToArray())];
        for (int column = 0; column < columns.Length; column++)
        {
            ColumnSchema schema = transform.Schema[column];
            bool mayLack = !whole.Contains(schema.Name);
            bool IsKnown(double value) => double.IsNaN(value) ? mayLack : !schema.HasLevels || value < schema.Levels.Length;
            foreach (Range series in sequence.Series)
            {
                Span<double> values = columns[column].AsSpan(series);
                int known = values.ToArray().Index().Where(value => IsKnown(value.Item)).Select(value => value.Index).DefaultIfEmpty(-1).First();
                double last = known < 0 ? 0 : values[known];
                foreach (ref double value in values)
                {
                    last = IsKnown(value) ? value : last;
                    value = last;
                }
            }
        }

        return new Table(transform.Schema, columns, table.Form);
    }

    private static bool CanSay(TableTransform transform, int column, double value)
    {
        try
        {
            return transform.SeenOf(column, value).All(float.IsFinite);
        }
        catch (TransformException)
        {
            return false;
        }
    }

    private int PlaceOf(int row)
    {
        if (row > _numbers.Length)
        {
            throw new NoPathsException($"There is no row {row:N0} after which paths could begin: the table has {Amount.Of(_numbers.Length, "row")}.");
        }

        int place = Array.IndexOf(_numbers, row - 1);
        return _series.Any(each => each.Rows.Start.Value <= place && place < each.Rows.End.Value)
            ? place
            : throw new NoPathsException($"Row {row:N0} of the table is of a series that the generator does not know, since few of the rows that it was trained on were; begin after another row.");
    }

    private int Drawn(long seed, long path)
    {
        if (_wholeWindows.Length == 0)
        {
            throw new NoPathsException($"No series of the table has the {Amount.Of(Window, "row")} that a row hangs on: give a longer table, or say after which row paths are to begin.");
        }

        int[] drawn = new int[1];
        new CounterRandom(seed, RandomPurpose.PathStart, path).FillBelow(drawn, _wholeWindows.Length);
        return _wholeWindows[drawn[0]];
    }
}
