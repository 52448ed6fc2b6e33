using System.Globalization;
using GanSweep.Client.Output;
using GanSweep.Documents;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Validation;

/// <summary>How rows follow each other, for people.</summary>
internal static class SeriesText
{
    private const int MostSeries = 5;

    /// <summary>Lines: the order, then each series, of many the shortest ones.</summary>
    public static IEnumerable<string> Lines(SequenceDocument document)
    {
        string order = document.By == RowSequence.FileOrder ? "in the order of the file" : $"by {document.By}";
        yield return $"{order}{(document.Group is { } group ? $", {Figures.Count(document.Series.Length)} series told apart by {group}" : "")}, window {Figures.Count(document.Window)}{(document.Blocks is { } blocks ? $", held out in {Figures.Count(blocks)} blocks" : "")}";
        foreach (SeriesSummary series in document.Series.OrderBy(each => each.Rows).Take(MostSeries))
        {
            yield return Line(series);
        }

        if (document.Series.Length > MostSeries)
        {
            yield return $"… and {Figures.Count(document.Series.Length - MostSeries)} longer ones (--json has all)";
        }
    }

    private static string Line(SeriesSummary series)
    {
        return $"{(series.Name is { } name ? $"{name}: " : "")}{Amount.Of(series.Rows, "row")}"
            + (series.From is null ? "" : $" from {series.From} to {series.To}, a step is {Number(series.UsualStep)}{series.Unit} as a rule")
            + (series.GapAfter is { } gap && series.LargestGap > series.UsualStep ? $", at most {Number(series.LargestGap)} (after {gap})" : "")
            + (series.DoubledStamps > 0 ? $", {Figures.Count(series.DoubledStamps)} doubled" : "")
            + (series.OutOfOrder > 0 ? $", {Figures.Count(series.OutOfOrder)} out of order" : "");
    }

    private static string Number(double value)
    {
        return value.ToString("0.######", CultureInfo.InvariantCulture);
    }
}
