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

    /// <summary>A column.</summary>
    /// <param name="plan">What it was taken for.</param>
    /// <param name="values">Its values; empty if it is no part of the table.</param>
    /// <param name="warnings">What its user should look at.</param>
    public ColumnProfile Profile(ColumnPlan plan, ReadOnlySpan<double> values, IEnumerable<string> warnings)
    {
        long cells = plan.Observer is { } seen ? seen.Present + seen.Missing : 0;
        bool isWhole = plan.Role == ColumnRole.Number && AreWhole(values);
        return new ColumnProfile(plan.Name, isWhole ? ColumnRole.Whole : plan.Role, plan.Why)
        {
            Values = shown.QuotesCells ? ValuesOf(plan, values) : string.Empty,
            LevelCount = plan.Schema?.Levels.Length ?? 0,
            MissingShare = cells == 0 ? 0 : (double)plan.Observer!.Missing / cells,
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

        double smallest = double.PositiveInfinity;
        double largest = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                smallest = Math.Min(smallest, value);
                largest = Math.Max(largest, value);
            }
        }

        return plan.Date is { } format
            ? $"{format.Write(smallest)} – {format.Write(largest)}"
            : $"{smallest.ToString(CultureInfo.InvariantCulture)} – {largest.ToString(CultureInfo.InvariantCulture)}";
    }
}
