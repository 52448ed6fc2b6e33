using System.Globalization;
using GanSweep.Reporting.Findings;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Sections;

/// <summary>Each column, real and synthetic: numbers and dates as histograms over the same bins, levels as bars; dates by month and weekday, too.</summary>
internal sealed class DistributionSection : SampledSection
{
    private const int MostLevels = 20;

    public override string Id => "distributions";

    public override string Title => "Distributions";

    protected override void WriteFigures(HtmlWriter html, ShownTables shown)
    {
        (Table real, Table synthetic) = (shown.RealRows, shown.SyntheticRows);
        if (real.Measures() is { Length: > 0 } measures)
        {
            html.Write($"<p>The share of rows in each of a range of bins: the real ones filled, the synthetic ones as a dashed "
                + $"outline.</p>{Legend.RealAndSyntheticLines}");
            html.WritePanels(measures.Where(column => ColumnNotes.HasCells(real, synthetic, column)).Select(column => Bins(real, synthetic, column)));
            html.WriteEmpty(real, synthetic, measures);
        }

        if (real.OfLevels() is { Length: > 0 } levels)
        {
            html.Write($"<p>Of words, the share of all rows that has each, the {MostLevels} most frequent real ones first: real above, synthetic "
                + $"below.</p>{Legend.RealAndSyntheticBars}");
            html.WritePanels(levels.Where(column => ColumnNotes.HasCells(shown.Real, shown.Synthetic, column))
                .Select(column => Bars(shown.Real, shown.Synthetic, column)));
            html.WriteEmpty(shown.Real, shown.Synthetic, levels);
        }

        Panel[] calendars = [.. real.Dates().SelectMany(column => Calendars(real, synthetic, column))];
        if (calendars.Length > 0)
        {
            html.Write($"<h3>Dates by month and weekday</h3><p>The share of the dates that fall into each.</p>{Legend.RealAndSyntheticBars}");
            html.WritePanels(calendars);
        }
    }

    private static Panel Bins(Table real, Table synthetic, int column)
    {
        double[] realValues = TableStatistics.Sorted(real.Present(column));
        double[] syntheticValues = TableStatistics.Sorted(synthetic.Present(column));
        ColumnRange range = ColumnRange.Of(realValues, syntheticValues);
        Histogram bins = Histogram.Of(realValues.Length > 0 ? realValues : syntheticValues, range);
        double[] realShares = bins.Shares(realValues);
        double[] syntheticShares = bins.Shares(syntheticValues);
        double top = 1.06 * realShares.Concat(syntheticShares).Max();
        Panel panel = new(real.ColumnNames[column], DateAxis.Of(real.Schema[column], range.Low, range.High, "value", 4), Axis.Linear(0, top, "share of "
            + "rows", 4))
        {
            Description = $"Histogram of {real.ColumnNames[column]}, real and synthetic",
            Note = ColumnNotes.Of(range, real, synthetic, column),
        };
        if (realValues.Length > 0)
        {
            (double[] xs, double[] ys) = Outline(bins, realShares);
            panel.Area(xs, ys, Ink.Real, 0.28).Line(xs, ys, Ink.Real, 1);
        }

        if (syntheticValues.Length > 0)
        {
            (double[] xs, double[] ys) = Outline(bins, syntheticShares);
            panel.Line(xs, ys, Ink.Synthetic, 1.8f);
        }

        return panel;
    }

    // Of all rows: a level that a few rows have would be missed in fewer.
    private static Panel Bars(Table real, Table synthetic, int column)
    {
        LevelTally tally = LevelTally.Of(real, synthetic, column);
        Bar Of(string name, double realCount, double syntheticCount)
        {
            return new Bar(name, tally.RealShare(realCount), tally.SyntheticShare(syntheticCount));
        }

        LevelCount[] rest = [.. tally.Levels.Skip(MostLevels)];
        Bar[] bars =
        [
            .. tally.Levels.Take(MostLevels).Select(level => Of(level.Name, level.Real, level.Synthetic)),
            .. rest.Length > 0 ? [Of($"{rest.Length} others", rest.Sum(level => level.Real), rest.Sum(level => level.Synthetic))] : Array.Empty<Bar>(),
            .. tally.RealMissing + tally.SyntheticMissing > 0 ? [Of("(missing)", tally.RealMissing, tally.SyntheticMissing)] : Array.Empty<Bar>(),
        ];
        string name = real.ColumnNames[column];
        return BarPanel.Of(name, bars, "share of rows", $"Levels of {name}, real and synthetic", Levels.Of(tally));
    }

    private static IEnumerable<Panel> Calendars(Table real, Table synthetic, int column)
    {
        DateTimeFormatInfo words = CultureInfo.InvariantCulture.DateTimeFormat;
        string name = real.ColumnNames[column];
        DateUnit unit = real.Schema[column].Unit;
        if (unit == DateUnit.SecondsOfDay)
        {
            return [];
        }

        DateTime[] ofReal = Times(real, column);
        DateTime[] ofSynthetic = Times(synthetic, column);
        IEnumerable<Panel> Of(string title, IEnumerable<string> names, Func<DateTime, int> place)
        {
            Bar[] bars = [.. names.Select((each, index) => new Bar(each, Share(ofReal, place, index), Share(ofSynthetic, place, index)))];
            return bars.Count(bar => bar.Real + bar.Synthetic > 0) < 2
                ? []
                : [BarPanel.Of($"{name} {title}", bars, "share of dates", $"{name} {title}, real and synthetic")];
        }

        return
        [
            .. Of("by month", words.AbbreviatedMonthNames.Take(12), time => time.Month - 1),

            // From Monday on.
            .. unit == DateUnit.Months
                ? []
                : Of("by weekday", Enumerable.Range(1, 7).Select(day => words.AbbreviatedDayNames[day % 7]), time => ((int)time.DayOfWeek + 6) % 7),
        ];
    }

    private static DateTime[] Times(Table table, int column)
    {
        return [.. table.Present(column).ToArray().Select(value => DateText.TimeOf(value, table.Schema[column].Unit))];
    }

    private static double Share(DateTime[] times, Func<DateTime, int> place, int index)
    {
        return times.Length == 0 ? 0 : (double)times.Count(time => place(time) == index) / times.Length;
    }

    private static (double[] Xs, double[] Ys) Outline(Histogram bins, double[] shares)
    {
        double[] edges = [.. Enumerable.Range(0, bins.Bins + 1).Select(i => bins.Low + (i * bins.Width))];
        return (
            [edges[0], .. shares.SelectMany((_, i) => new[] { edges[i], edges[i + 1] }), edges[^1]],
            [0, .. shares.SelectMany(share => new[] { share, share }), 0]);
    }
}
