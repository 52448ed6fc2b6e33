using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>What was understood of columns, in words.</summary>
/// <param name="shown">What may be shown.</param>
internal sealed class ColumnProfiler(Shown shown)
{
    private const int MostLevels = 10;

    /// <summary>Every column of a file.</summary>
    /// <param name="table">The table that it became.</param>
    /// <param name="plans">What its columns were taken for.</param>
    public ImmutableArray<ColumnProfile> Profiles(Table table, ColumnPlan[] plans)
    {
        ColumnWarnings warnings = new(table, shown);
        KindWarnings kinds = new(shown);
        ILookup<int, string> ties = ColumnTies.In(table).ToLookup(tie => tie.Column, tie => tie.Warning);
        ImmutableArray<ColumnProfile>.Builder profiles = ImmutableArray.CreateBuilder<ColumnProfile>(plans.Length);
        int column = 0;
        foreach (ColumnPlan plan in plans)
        {
            profiles.Add(plan.Schema is null
                ? Profile(plan, [], 0, kinds.Of(plan, []))
                : Profile(plan, table.Column(column), table.MissingCount(column), [.. kinds.Of(plan, table.Column(column)), .. warnings.Of(column), .. ties[column]]));
            column += plan.Schema is null ? 0 : 1;
        }

        return profiles.MoveToImmutable();
    }

    private ColumnProfile Profile(ColumnPlan plan, ReadOnlySpan<double> values, int missingCount, IEnumerable<string> warnings)
    {
        double missing = plan.Schema is not null ? missingCount / (double)values.Length
            : plan.Observer is { } seen && seen.Present + seen.Missing > 0 ? seen.Missing / (double)(seen.Present + seen.Missing) : 0;
        bool isWhole = plan.Role == ColumnRole.Number && AreWhole(values);
        return new ColumnProfile(plan.Name, isWhole ? ColumnRole.Whole : plan.Role, plan.Why)
        {
            Values = shown.QuotesCells ? ValuesOf(plan, values) : string.Empty,
            LevelCount = plan.Schema?.Levels.Length ?? 0,
            MissingShare = missing,
            Examples = shown.QuotesCells ? [.. plan.Observer?.Examples ?? []] : [],
            Warnings = [.. warnings],
        };
    }

    private static bool AreWhole(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsNaN(value) && !double.IsInteger(value))
            {
                return false;
            }
        }

        return true;
    }

    private static string ValuesOf(ColumnPlan plan, ReadOnlySpan<double> values)
    {
        if (plan.Schema is not { } schema)
        {
            return string.Empty;
        }

        if (schema.HasLevels)
        {
            return Listing.Of(schema.Levels, MostLevels);
        }

        if (!values.ContainsAnyExcept(double.NaN))
        {
            return string.Empty;
        }

        double smallest = double.PositiveInfinity;
        double largest = double.NegativeInfinity;
        foreach (double value in values)
        {
            // Neither is true of NaN.
            smallest = value < smallest ? value : smallest;
            largest = value > largest ? value : largest;
        }

        return plan.Date is { } format
            ? $"{format.Write(smallest)} – {format.Write(largest)}"
            : $"{smallest.ToString(CultureInfo.InvariantCulture)} – {largest.ToString(CultureInfo.InvariantCulture)}";
    }
}
