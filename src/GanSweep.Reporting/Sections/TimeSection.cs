using System.Collections.Immutable;
using GanSweep.Evaluation.Sequences;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Sections;

/// <summary>How rows follow each other, real and synthetic: what hangs on what was before, where sums go, and how far they fall.</summary>
internal sealed class TimeSection : ISection<ReportInput>
{
    private const int MostColumns = SyntheticPaths.MostColumns;
    private const int SinglePaths = 2;
    private const int MostPoints = 300;

    public string Id => "time";

    public string Title => "Time";

    public bool Concerns(ReportInput input)
    {
        return input.Sequence is not null;
    }

    public void Write(HtmlWriter html, ReportInput input)
    {
        if (input.Synthetic is not { } synthetic)
        {
            html.Write($"<p>The generator of run {input.Run.Row.Run} is not kept, so there are no synthetic rows to show here.</p>");
            return;
        }

        ImmutableArray<(ColumnInTime Real, ColumnInTime Synthetic)> columns = ColumnInTime.Of(input.Real, synthetic, input.Sequence!);
        html.Write($"<p>Synthetic rows are paths: each row was drawn given the rows before it. How far they are from the real ones, and what simpler methods get, stands in "
            + $"<a href=\"#scores\">the scores</a>.</p>");
        if (columns.Length > MostColumns)
        {
            html.Write($"<p class=\"note\">The first {MostColumns} of {columns.Length} columns of numbers.</p>");
        }

        (ColumnInTime Real, ColumnInTime Synthetic)[] shown = [.. columns.Take(MostColumns)];
        int rows = input.Real.RowCount;
        WritePart(html, "Autocorrelation of values", "How far a row tells one so many rows later. Between the bands lie 19 of 20 correlations of independent rows.", shown.Select(column => Lags(column.Real.Name, "values", column.Real.Autocorrelations, column.Synthetic.Autocorrelations, rows)));
        WritePart(html, "Autocorrelation of magnitudes", "The same of the distance from the mean: above the bands where quiet and wild times come in clusters.", shown.Select(column => Lags(column.Real.Name, "magnitudes", column.Real.MagnitudeAutocorrelations, column.Synthetic.MagnitudeAutocorrelations, rows)));
        WritePaths(html, shown, input.Paths);
        WritePart(html, "Drawdowns", "In every 60 rows, how far the sum falls from its height: the share of falls up to each.", shown.Select(column => Shares(column, "drawdowns", each => each.Drawdowns)));
        WritePart(html, "Sums of 5 rows", "The share of sums at or below each.", shown.Select(column => Shares(column, "sums of 5 rows", each => each.Weeks)));
        WritePart(html, "Sums of 20 rows", "The share of sums at or below each.", shown.Select(column => Shares(column, "sums of 20 rows", each => each.Months)));
        html.WriteExtremeSums(input, shown);
    }

    private static void WritePaths(HtmlWriter html, (ColumnInTime Real, ColumnInTime Synthetic)[] columns, SyntheticPaths? paths)
    {
        if (paths is null)
        {
            WritePart(html, "Cumulative paths", "There are no synthetic paths to hold against a real series.", []);
            return;
        }

        int rows = columns.Length == 0 ? 0 : columns[0].Real.Paths[paths.Series].Length;
        string real = (paths.Group is { } word ? LevelText.Of(word) : null, paths.Length < rows) switch
        {
            (null, false) => "the real series",
            (null, true) => $"the first {paths.Length:N0} of {rows:N0} rows of the real series",
            ({ } group, false) => $"the longest real series, {LevelText.Quoted(group)}",
            ({ } group, true) => $"the first {paths.Length:N0} of {rows:N0} rows of the longest real series, {LevelText.Quoted(group)}",
        };
        WritePart(
            html,
            "Cumulative paths",
            $"What values add up to: {real}, as a line, and {paths.Count} synthetic paths{(paths.Group is null ? "" : " of it")} as long, in bands. After each row half of the paths are "
                + "in the dark band, and nine of ten in the light one with it; a path may well leave and enter bands. A real series that stays outside for long is one that the generator hardly draws.",
            columns.Select((column, number) => Paths(column.Real, paths, paths.Columns[number])),
            FanBands.Key);
    }

    private static void WritePart(HtmlWriter html, string title, string meaning, IEnumerable<Panel?> panels, Markup? key = null)
    {
        Panel[] drawn = [.. panels.OfType<Panel>()];
        html.Write($"<h3>{title}</h3><p>{meaning}</p>");
        if (drawn.Length == 0)
        {
            html.Write($"<p>No series is long enough.</p>");
            return;
        }

        html.Write($"{key ?? Legend.RealAndSyntheticLines}");
        html.WritePanels(drawn);
    }

    private static Panel? Lags(string name, string what, ImmutableArray<double> real, ImmutableArray<double> synthetic, int rows)
    {
        if (!real.Any(double.IsFinite) || !synthetic.Any(double.IsFinite))
        {
            return null;
        }

        double[] lags = [.. Enumerable.Range(1, real.Length).Select(lag => (double)lag)];
        double band = 1.96 / Math.Sqrt(rows);
        return new Panel(name, Axis.Linear(0, real.Length + 1, "rows later", 5), Axis.Around([.. real, .. synthetic, -band, band], "correlation"))
        {
            Description = $"Autocorrelation of the {what} of {name} over {real.Length} rows, real and synthetic",
        }
            .Block(0, real.Length + 1, -band, band, Ink.Neutral, 0.25)
            .Line(lags, real, Ink.Real)
            .Line(lags, synthetic, Ink.Synthetic);
    }

    private static Panel Paths(ColumnInTime column, SyntheticPaths paths, double[] values)
    {
        double[] real = PathSums.Of(column.Paths[paths.Series].AsSpan(0, paths.Length));
        double[][] synthetic = [.. values.Chunk(paths.Length).Select(path => PathSums.Of(path))];
        PathFan fan = PathFan.Of(synthetic, Points(real.Length));
        double[][] single = [.. synthetic.Take(SinglePaths)];
        Panel panel = new Panel(
            column.Name, Axis.Linear(0, paths.Length, "row", 4), Axis.Around([.. real, .. fan.Quantiles.SelectMany(quantile => quantile), .. single.SelectMany(path => path)], "sum"))
        {
            Description = $"Cumulative sums of {column.Name}: a real line over bands from 5 % to 95 % and from 25 % to 75 % of {paths.Count} synthetic paths",
        }.Fan(fan);
        foreach (double[] path in single)
        {
            Add(panel, path, Ink.Synthetic, 0.6f);
        }

        return Add(panel, real, Ink.Real, 1.8f);
    }

    private static Panel Add(Panel panel, double[] path, Ink ink, float width)
    {
        int[] points = [.. Points(path.Length)];
        return panel.Line([.. points.Select(point => (double)point)], [.. points.Select(point => path[point])], ink, width);
    }

    // Both ends, and evenly spaced ones between them.
    private static IEnumerable<int> Points(int length)
    {
        int count = Math.Min(length, MostPoints);
        return Enumerable.Range(0, count).Select(point => (int)((long)point * (length - 1) / Math.Max(count - 1, 1)));
    }

    private static Panel? Shares((ColumnInTime Real, ColumnInTime Synthetic) column, string what, Func<ColumnInTime, ImmutableArray<double>> values)
    {
        double[] real = [.. values(column.Real)];
        double[] synthetic = [.. values(column.Synthetic)];
        if (real.Length == 0 || synthetic.Length == 0)
        {
            return null;
        }

        ColumnRange range = ColumnRange.Of(real, synthetic);
        return new Panel(column.Real.Name, Axis.Linear(range.Low, range.High, "value", 4), Axis.Linear(0, 1.03, "share"))
        {
            Description = $"Cumulative distribution of the {what} of {column.Real.Name}, real and synthetic",
            Note = range.Note,
        }
            .Cumulative(real, range, Ink.Real)
            .Cumulative(synthetic, range, Ink.Synthetic);
    }
}
