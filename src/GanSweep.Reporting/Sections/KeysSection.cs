using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Boards;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Sections;

/// <summary>How each key that varies moves the total.</summary>
internal sealed class KeysSection : ISection<SweepInput>
{
    private const int MostGroups = 12;
    private const int MostRuns = 2_000;

    public string Id => "keys";

    public string Title => "What moves the total";

    public void Write(HtmlWriter html, SweepInput input)
    {
        string[] keys = [.. RunCells.KeysOf(input.Board)];
        LeaderboardRow[] rows =
        [
            .. input.Board.Rows.Where(row => row is { State: RunState.Completed, Scores: not null } && double.IsFinite(ValueOf(row, input.By))).Take(MostRuns),
        ];
        if (keys.Length == 0 || rows.Length < 2)
        {
            html.Write($"<p>{(keys.Length == 0 ? "No key varies in this sweep." : "Fewer than two runs are completed.")}</p>");
            return;
        }

        Axis totals = Axis.Around(rows.Select(row => ValueOf(row, input.By)), input.By.Name, 4);
        html.Write($"<p>Each dot is a run, each stroke the median of those with that "
            + $"value{(totals.IsLogarithmic ? "; in powers of ten" : "")}. Excluded runs are counted too.</p>");
        html.Write($"{Legend.Of(Legend.Dot(Ink.Real, "a run"), Legend.Line(Ink.Mark, "median"))}");
        html.WritePanels(keys.Select(key => Of(key, [.. rows.Where(row => RunCells.ValueOf(row, key).Length > 0)], totals, input.By)), "three");
    }

    private static Panel Of(string key, LeaderboardRow[] rows, Axis totals, Score by)
    {
        (string Name, double[] Totals, double Median)[] groups =
        [
            .. rows.GroupBy(row => RunCells.ValueOf(row, key))
                .OrderBy(group => Number(group.Key) ?? double.PositiveInfinity)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (TextWidth.Fitted(group.Key, 110), group.Select(row => ValueOf(row, by)).ToArray()))
                .Select(group => (group.Item1, group.Item2, TableStatistics.Describe(group.Item2).Median)),
        ];
        if (groups.Length <= MostGroups)
        {
            return StripPanel.Of(key, groups, totals);
        }

        double?[] numbers = [.. rows.Select(row => Number(RunCells.ValueOf(row, key)))];
        if (numbers.All(number => number is not null))
        {
            double[] values = [.. numbers.Select(number => number!.Value)];
            return new Panel(key, Axis.Around(values, key), totals) { Description = $"{by.Name} by {key}" }
                .Dots(values, [.. rows.Select(row => ValueOf(row, by))], Ink.Real, 5, 0.7);
        }

        return StripPanel.Of($"{key}: the best {MostGroups} of {groups.Length} "
            + $"values", [.. groups.OrderBy(group => group.Median).Take(MostGroups)], totals);
    }

    private static double ValueOf(LeaderboardRow row, Score by)
    {
        return row.Scores!.Find(by) ?? double.NaN;
    }

    private static double? Number(string text)
    {
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }
}
