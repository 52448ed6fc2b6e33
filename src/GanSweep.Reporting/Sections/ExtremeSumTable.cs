using System.Collections.Immutable;
using GanSweep.Evaluation.Sequences;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables.Sequences;

namespace GanSweep.Reporting.Sections;

/// <summary>The most extreme sums of five rows, real and synthetic, which of daily rows are the worst and the best weeks.</summary>
internal static class ExtremeSumTable
{
    private const int Rows = 5;
    private const int Each = 3;

    private static readonly string[] Headings = ["lowest", "2nd", "3rd", "mean", "deviation", "3rd", "2nd", "highest"];

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="input">The real table, and synthetic rows.</param>
    /// <param name="columns">The columns that are shown.</param>
    public static void WriteExtremeSums(this HtmlWriter html, ReportInput input, IReadOnlyList<(ColumnInTime Real, ColumnInTime Synthetic)> columns)
    {
        html.Write($"<h3>Lowest and highest sums of {Rows} rows</h3>");
        SequencedTable real = SequencedTable.Of(input.Real, input.Sequence!);
        EqualStretches parts = EqualStretches.Of(real, real.AsDrawn(input.Synthetic!));
        if (parts.Synthetic.IsEmpty || !parts.Real[0].Any(stretch => stretch.Length >= Rows))
        {
            html.Write($"<p>No series is long enough.</p>");
            return;
        }

        html.Write($"<p>The {Each} lowest and the {Each} highest sums of {Rows} consecutive rows, which of daily rows are weeks: those of either kind share no row, and none goes from one "
            + $"series to the next. They are of as many rows on both sides, since more rows hold more extreme ones: {Side(parts)}. "
            + $"Mean and deviation are those of all sums, overlapping ones too.{Missing(parts, real)}</p>");
        html.WriteTable(
            $"Lowest and highest sums of {Rows} rows, real and synthetic",
            [
                Cell.Heading("column"), .. Headings.Select(Cell.NumberHeading),
            ],
            columns.SelectMany(column => new[]
            {
                Row($"{column.Real.Name}, real", column.Real, parts.Real),
                Row($"{column.Real.Name}, synthetic", column.Synthetic, parts.Synthetic),
            }));
    }

    private static string Side(EqualStretches parts)
    {
        string real = parts.Real.Length == 1 ? "the real ones are those of the table" : $"the real ones are means over {parts.Real.Length} parts of the table, ± their standard deviation";
        string synthetic = parts.Synthetic.Length == 1 ? "the synthetic ones of one sample" : $"the synthetic ones are means over {parts.Synthetic.Length} samples, ± their standard deviation";
        return $"{real}, {synthetic}, of {parts.Rows:N0} rows each";
    }

    private static string Missing(EqualStretches parts, SequencedTable real)
    {
        return parts.Missing == 0 ? "" : $" {parts.Missing} of {real.Lengths.Length} series are left out on both sides: so few training rows are of them that there are no synthetic ones.";
    }

    private static Markup Row(string name, ColumnInTime column, ImmutableArray<ImmutableArray<Stretch>> parts)
    {
        ReadOnlyMemory<double>[][] rows = [.. parts.Select(part => part.Select(stretch => column.Paths[stretch.Series].AsMemory().Slice(stretch.Start, stretch.Length)).ToArray())];
        double[][] lowest = [.. rows.Select(part => ExtremeSums.Lowest(part, Rows, Each))];
        double[][] highest = [.. rows.Select(part => ExtremeSums.Highest(part, Rows, Each))];
        ColumnSummary all = TableStatistics.Describe(column.Weeks.AsSpan());
        return Cell.Row(
        [
            Cell.RowHeading(name),
            .. Enumerable.Range(0, Each).Select(place => Of(lowest, place)),
            Cell.Number(all.Mean),
            Cell.Number(all.Std),
            .. Enumerable.Range(0, Each).Reverse().Select(place => Of(highest, place)),
        ]);
    }

    // Of a part with fewer sums there is none in the place.
    private static Markup Of(double[][] sums, int place)
    {
        ColumnSummary over = TableStatistics.Describe([.. sums.Where(part => part.Length > place).Select(part => part[place])]);
        return Cell.Number(over.Count > 1 ? $"{Numbers.Rounded(over.Mean)} ± {Numbers.Rounded(over.Std, 2)}" : Numbers.Rounded(over.Mean));
    }
}
