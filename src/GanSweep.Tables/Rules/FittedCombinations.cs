using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary>Columns of which only some combinations exist: one column of combinations is learnt in their place.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Combinations">The combinations, the cells of each in the order of the columns, a missing one as null.</param>
internal sealed record FittedCombinations(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<double?>> Combinations) : FittedRule
{
    private readonly Lazy<Dictionary<string, int>> _numbers = new(() =>
        Combinations.Select((cells, number) => (cells, number)).ToDictionary(each => KeyOf(each.cells.AsSpan()), each => each.number));

    /// <summary>Cells as one text: the same for the same.</summary>
    public static string KeyOf(ReadOnlySpan<double?> cells)
    {
        string[] texts = new string[cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            texts[i] = cells[i] is { } cell ? BitConverter.DoubleToInt64Bits(cell + 0.0).ToString("x", CultureInfo.InvariantCulture) : string.Empty;
        }

        return string.Join(',', texts);
    }

    /// <inheritdoc/>
    internal override void Check(ImmutableArray<ColumnSchema> schema)
    {
        Demand(schema, 2, Columns);
        int[] places = PlacesIn(schema);
        bool areCells = !Combinations.IsDefaultOrEmpty && Combinations.All(cells =>
            !cells.IsDefault && cells.Length == places.Length && places.Zip(cells).All(cell => IsCell(schema[cell.First], cell.Second)));
        if (!areCells || Combinations.DistinctBy(cells => KeyOf(cells.AsSpan())).Count() != Combinations.Length)
        {
            throw new RuleException("The combinations of a rule are not different rows of its columns.");
        }
    }

    /// <inheritdoc/>
    internal override ImmutableArray<ColumnSchema> Reduce(ImmutableArray<ColumnSchema> schema)
    {
        int[] places = PlacesIn(schema);
        ColumnSchema combined = new(schema[places[0]].Name, ColumnKind.Category)
        {
            Levels = [.. Enumerable.Range(0, Combinations.Length).Select(number => number.ToString(CultureInfo.InvariantCulture))],
        };
        return [.. schema.Select((column, place) => place == places[0] ? combined : column).Where((_, place) => !places.AsSpan(1).Contains(place))];
    }

    /// <inheritdoc/>
    internal override double[][] Reduce(ImmutableArray<ColumnSchema> schema, IReadOnlyList<double[]> columns)
    {
        int[] places = PlacesIn(schema);
        double[] combined = new double[columns[0].Length];
        double?[] cells = new double?[places.Length];
        for (int row = 0; row < combined.Length; row++)
        {
            for (int i = 0; i < places.Length; i++)
            {
                double cell = columns[places[i]][row];
                cells[i] = double.IsNaN(cell) ? null : cell;
            }

            combined[row] = _numbers.Value.TryGetValue(KeyOf(cells), out int number)
                ? number
                : throw new RuleException($"Row {row + 1} has a combination of {string.Join(", ", Columns)} that no fitted row has.");
        }

        return [.. columns.Select((column, place) => place == places[0] ? combined : column).Where((_, place) => !places.AsSpan(1).Contains(place))];
    }

    /// <inheritdoc/>
    internal override double[][] Restore(ImmutableArray<ColumnSchema> schema, double[][] reduced)
    {
        int[] places = PlacesIn(schema);
        double[][] restored = new double[schema.Length][];
        int next = 0;
        for (int place = 0; place < restored.Length; place++)
        {
            restored[place] = places.AsSpan(1).Contains(place) ? new double[reduced[0].Length] : reduced[next++];
        }

        double[] combined = restored[places[0]];
        double[] first = new double[combined.Length];
        restored[places[0]] = first;
        for (int row = 0; row < combined.Length; row++)
        {
            ImmutableArray<double?> cells = Combinations[(int)combined[row]];
            for (int i = 0; i < places.Length; i++)
            {
                restored[places[i]][row] = cells[i] ?? double.NaN;
            }
        }

        return restored;
    }

    private int[] PlacesIn(ImmutableArray<ColumnSchema> schema)
    {
        return [.. Columns.Select(name => Find(schema, name))];
    }

    private static bool IsCell(ColumnSchema column, double? cell)
    {
        return cell is not { } value
            || (double.IsFinite(value) && (!column.HasLevels || (value >= 0 && value < column.Levels.Length && Math.Floor(value) == value)));
    }
}
