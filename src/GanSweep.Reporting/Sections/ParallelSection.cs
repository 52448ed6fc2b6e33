using System.Globalization;
using System.Text.Json;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Boards;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Sections;

/// <summary>Every run as a line across what it was given and what came of it: an axis for each key that varies, and one for a score.</summary>
internal sealed class ParallelSection : ISection<SweepInput>
{
    private const int MostRuns = 400;
    private const int MostAxes = 12;
    private const double LongestLabel = 70;

    // Logarithms where the largest value is this many times the smallest.
    private const double ManyTimes = 9;

    public string Id => "parallel";

    public string Title => "Run by run";

    public bool Concerns(SweepInput input)
    {
        return RunCells.KeysOf(input.Board).Any() && Shown(input).Skip(1).Any();
    }

    public void Write(HtmlWriter html, SweepInput input)
    {
        LeaderboardRow[] all = [.. Shown(input)];
        LeaderboardRow[] rows = Thinned([.. all.OrderBy(row => ValueOf(input, row))]);
        ParallelAxis[] axes =
        [
            .. RunCells.KeysOf(input.Board).Take(MostAxes - 1).Select(key => AxisOf(key, [.. rows.Select(row => RunCells.ValueOf(row, key))])),
            OfNumbers(input.By.Name, [.. rows.Select(row => (double?)ValueOf(input, row))]),
        ];
        int selected = rows.Count(row => IsSelected(input, row));
        int best = Math.Max(1, selected / 5);
        html.Write($"<p>A line is a run, from key to key to its {input.By.Name}, at the bottom the lowest. "
            + $"{(all.Length > rows.Length ? $"{rows.Length} of {all.Length} are drawn, the best half of them among these." : "")}</p>");
        html.Write($"{Legend.Of(Legend.Line(Ink.Real, "the best fifth"), Legend.Line(Ink.Neutral, "the others"))}");
        Axis across = Axis.Categories([.. axes.Select(axis => TextWidth.Fitted(axis.Name, LongestLabel))]);
        Panel panel = new($"Keys and {input.By.Name}", across, new Axis(-0.04, 1.04, [], "") { HasGrid = false }) { Width = 1160, Height = 340, Description = $"Runs as lines across the keys that vary and their {input.By.Name}" };
        for (int axis = 0; axis < axes.Length; axis++)
        {
            panel.Line([axis, axis], [0, 1], Ink.Axis, 1);
        }

        int drawn = 0;
        foreach ((LeaderboardRow row, int index) in rows.Select((row, index) => (row, index)).Reverse())
        {
            double[] ys = [.. axes.Select(axis => axis.Places[index])];
            bool isSelected = IsSelected(input, row);
            drawn += isSelected ? 1 : 0;
            bool isBest = isSelected && drawn > selected - best;
            panel.Line([.. ys.Select((_, axis) => (double)axis)], ys, isBest ? Ink.Real : isSelected ? Ink.Neutral : Ink.Grid, isBest ? 1.4f : 1);
        }

        foreach ((ParallelAxis axis, int index) in axes.Select((axis, index) => (axis, index)))
        {
            foreach ((double place, string text) in axis.Labels)
            {
                panel.Text(index, place, text);
            }
        }

        html.Write($"<div data-brush=\"{Brush(panel, axes)}\">");
        html.WritePanels([panel], Panels.Wide);
        html.Write($"</div>");
    }

    // What a live page needs to tell from where on an axis somebody points which values are meant.
    private static string Brush(Panel panel, ParallelAxis[] axes)
    {
        return JsonSerializer.Serialize(axes.Select((axis, index) =>
        {
            (double across, double top) = panel.InView(index, 1);
            return new { axis.Name, across = Math.Round(across, 1), top = Math.Round(top, 1), bottom = Math.Round(panel.InView(index, 0).Down, 1), axis.Low, axis.High, axis.IsLogarithmic, axis.Words };
        }), JsonSerializerOptions.Web);
    }

    private static bool IsSelected(SweepInput input, LeaderboardRow row)
    {
        return input.Selected?.Value.Contains(row.Run) ?? true;
    }

    private static IEnumerable<LeaderboardRow> Shown(SweepInput input)
    {
        return input.Board.Trainings.Where(row => row is { State: RunState.Completed, Scores: not null } && double.IsFinite(ValueOf(input, row)));
    }

    // The best half of what fits, and as many evenly among the others.
    private static LeaderboardRow[] Thinned(LeaderboardRow[] sorted)
    {
        if (sorted.Length <= MostRuns)
        {
            return sorted;
        }

        LeaderboardRow[] others = sorted[(MostRuns / 2)..];
        return [.. sorted.Take(MostRuns / 2), .. Enumerable.Range(0, MostRuns / 2).Select(index => others[(int)((long)index * (others.Length - 1) / ((MostRuns / 2) - 1))])];
    }

    private static ParallelAxis AxisOf(string key, string[] values)
    {
        double?[] numbers = [.. values.Select(value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : (double?)null)];
        if (numbers.Zip(values).All(pair => pair.First is not null || pair.Second.Length == 0) && numbers.Any(number => number is not null))
        {
            return OfNumbers(key, numbers);
        }

        string[] words = [.. values.Distinct().Where(value => value.Length > 0).Order(StringComparer.Ordinal)];
        double PlaceOf(string word)
        {
            return words.Length == 1 ? 0.5 : (double)Array.IndexOf(words, word) / (words.Length - 1);
        }

        return new ParallelAxis(
            key,
            [.. values.Select(value => value.Length == 0 ? double.NaN : PlaceOf(value))],
            [.. words.Take(words.Length <= 8 ? words.Length : 0).Select(word => (PlaceOf(word), TextWidth.Fitted(word, LongestLabel)))])
        {
            Words = words,
        };
    }

    private static ParallelAxis OfNumbers(string name, double?[] values)
    {
        double[] known = [.. values.OfType<double>()];
        (double low, double high) = (known.Min(), known.Max());
        bool isLogarithmic = low > 0 && high / low > ManyTimes;
        double Scale(double value)
        {
            return isLogarithmic ? Math.Log(value) : value;
        }

        double range = Scale(high) - Scale(low);
        return new ParallelAxis(
            name,
            [.. values.Select(value => value is { } number ? range > 0 ? (Scale(number) - Scale(low)) / range : 0.5 : double.NaN)],
            range > 0 ? [(0, Numbers.Rounded(low)), (1, Numbers.Rounded(high))] : [(0.5, Numbers.Rounded(low))])
        {
            Low = low,
            High = high,
            IsLogarithmic = isLogarithmic,
        };
    }

    private static double ValueOf(SweepInput input, LeaderboardRow row)
    {
        return row.Scores!.Find(input.By) ?? double.NaN;
    }

    /// <param name="Name">What stands under it.</param>
    /// <param name="Places">Where each run crosses it, 0 to 1; not a number where it has no value.</param>
    /// <param name="Labels">What stands beside it, and where.</param>
    private sealed record ParallelAxis(string Name, double[] Places, (double Place, string Text)[] Labels)
    {
        /// <summary>The value at its lower end; null where it has words.</summary>
        public double? Low { get; init; }

        /// <summary>The value at its upper end.</summary>
        public double? High { get; init; }

        /// <summary>Whether values are placed by their logarithms.</summary>
        public bool IsLogarithmic { get; init; }

        /// <summary>Its words from the lower end, evenly; null where it has numbers.</summary>
        public string[]? Words { get; init; }
    }
}
