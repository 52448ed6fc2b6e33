using System.Collections.Immutable;
using GanSweep.Tables.Disclosure;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Transforms;

/// <summary>What may be told of a column of amounts: all that a transform that is fitted to it keeps anything of.</summary>
internal sealed class ObservedColumn
{
    // All columns of a table together: the parameters of any table then fit into a file of some 60 MB.
    private const int KnotsOfATable = 1 << 20;

    private readonly double[] _values;
    private readonly Microaggregation? _groups;

    // Of the column itself. Not to be kept: they may be one row's.
    private readonly (double Low, double High) _range;

    private ObservedColumn(string name, double[] values, Microaggregation? groups, (double Low, double High) range, int maximumKnots)
    {
        _range = range;
        Name = name;
        _values = values;
        _groups = groups;
        MaximumKnots = maximumKnots;
        (Minimum, Maximum) = RangeOf(values);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What is told of its cells that are there, at least one.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The smallest of them.</summary>
    public double Minimum { get; }

    /// <summary>The largest of them.</summary>
    public double Maximum { get; }

    /// <summary>Whether they are all the same.</summary>
    public bool IsConstant => Minimum == Maximum;

    /// <summary>Whether the inverse is restricted to its range.</summary>
    public bool Clip { get; private init; }

    /// <summary>How many decimals it gets by with; null if it has too many.</summary>
    public int? Decimals { get; private init; }

    /// <summary>Whether every value is a whole number.</summary>
    public bool Whole => Decimals == 0;

    /// <summary>The values that it may have; null if it may have others.</summary>
    public ImmutableArray<double>? Levels { get; private init; }

    /// <summary>The weekdays of a column of days that lacks some of them, a bit for each, Sunday's the lowest; null for every other column.</summary>
    public int? Weekdays { get; private init; }

    /// <summary>What its cells can be; null where they are always amounts.</summary>
    public ColumnOutcomes? Outcomes { get; private init; }

    /// <summary>How many knots, and how many levels, may be kept of it.</summary>
    public int MaximumKnots { get; }

    /// <summary>Observes a column.</summary>
    /// <param name="table">What is learnt.</param>
    /// <param name="column">The column's number; one of its cells is there.</param>
    /// <param name="clip">Whether the inverse is to be restricted to its range.</param>
    /// <param name="minimumCount">The rows that a value is told of; from 1, which tells every value.</param>
    public static ObservedColumn Of(Table table, int column, bool clip, int minimumCount)
    {
        double[] values = table.MissingCount(column) == 0 ? table.Column(column).ToArray() : table.Present(column).ToArray();
        int? decimals = ColumnDecimals.Of(values);
        bool whole = decimals == 0;
        int maximumKnots = Math.Max(2, KnotsOfATable / table.ColumnCount);
        bool hasLevels = whole && ColumnLevels.Of(values, maximumKnots) is not null;
        int? weekdays = table.Schema[column] is { Kind: ColumnKind.Date, Unit: DateUnit.Days } ? ColumnWeekdays.Of(values, minimumCount) : null;
        (double, double) range = RangeOf(values);
        Microaggregation? groups = minimumCount > 1 ? Microaggregation.Of(values, minimumCount, decimals) : null;
        for (int cell = 0; cell < values.Length && groups is not null; cell++)
        {
            values[cell] = groups.Told(values[cell]);
        }

        return new ObservedColumn(table.ColumnNames[column], values, groups, range, maximumKnots)
        {
            Clip = clip || whole,
            Decimals = decimals,
            Levels = hasLevels ? ColumnLevels.Of(values, maximumKnots) : null,
            Weekdays = weekdays,
            Outcomes = LevelFit.OfAmounts(table.MissingCount(column), table.RowCount),
        };
    }

    /// <summary>Whether a number is within the range of the column itself.</summary>
    public bool IsInside(double value)
    {
        return value >= _range.Low && value <= _range.High;
    }

    /// <summary>Whether a value that is told is no row's, but the mean of several: it is not more frequent than what lies around it.</summary>
    public bool IsMean(double value)
    {
        return _groups?.Means.Contains(value) == true;
    }

    private static (double Low, double High) RangeOf(double[] values)
    {
        (double low, double high) = (values[0], values[0]);
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return (low, high);
    }
}
