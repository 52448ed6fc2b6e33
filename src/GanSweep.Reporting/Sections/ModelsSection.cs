using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Statistics;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Sections;

/// <summary>The models of a sweep side by side: the best run of each, by all scores and by its time, and what the others of its model are like.</summary>
internal sealed class ModelsSection : ISection<SweepInput>
{
    public string Id => "models";

    public string Title => "Models side by side";

    public bool Concerns(SweepInput input)
    {
        return input.Board.Rows.Select(row => row.Configuration.Model).Distinct().Skip(1).Any();
    }

    public void Write(HtmlWriter html, SweepInput input)
    {
        Contender[] contenders =
        [
            .. input.Board.Trainings.Where(row => row is { State: RunState.Completed, Scores: not null })
                .GroupBy(row => row.Configuration.Model)
                .Select(runs => Contender.Of(runs.Key, [.. runs]))
                .OrderBy(contender => contender.Best.Rank ?? int.MaxValue)
                .ThenBy(contender => contender.Scores.Total),
        ];
        string[] without = [.. input.Board.Rows.Select(row => row.Configuration.Model).Distinct().Except(contenders.Select(contender => contender.Model))];
        if (contenders.Length > 0)
        {
            html.Write($"<p>The best run of each model. One total tells little of a model: beside it stand the median of its runs and how many there are. "
                + $"The seconds are those of a slot.</p>");
            html.WriteTable("Models side by side", Headings(contenders), [.. OfRuns(contenders), .. Lines(contenders).Select(score => Line(score, contenders, input.Yardsticks))]);
        }

        if (without.Length > 0)
        {
            html.Write($"<p class=\"note\">No run is completed of {string.Join(", ", without)}.</p>");
        }
    }

    private static IEnumerable<Markup> Headings(Contender[] contenders)
    {
        return
        [
            Cell.Heading("what"), .. contenders.Select(contender => Cell.NumberHeading($"{contender.Model}, run {contender.Best.Run}")),
            Cell.NumberHeading("floor"), Cell.NumberHeading("second sample"), Cell.NumberHeading("unseen"),
        ];
    }

    private static IEnumerable<Markup> OfRuns(Contender[] contenders)
    {
        yield return Row("rank", contenders.Select(contender => contender.Best.Rank is { } rank ? $"{rank}" : "excluded"));
        yield return Row("runs that are ranked", contenders.Select(contender => $"{contender.Ranked} of {contender.Completed}"));
        yield return Row("median total", contenders.Select(contender => Numbers.Rounded(contender.MedianTotal)));
        yield return Row("time", contenders.Select(contender => Numbers.Duration(contender.Best.Seconds)));
        yield return Row("median time", contenders.Select(contender => Numbers.Duration(contender.MedianSeconds)));
    }

    private static Markup Row(string name, IEnumerable<string> cells)
    {
        return Cell.Row([Cell.RowHeading(name), .. cells.Select(Cell.Number), Cell.Number(""), Cell.Number(""), Cell.Number("")]);
    }

    private static IEnumerable<Score> Lines(Contender[] contenders)
    {
        return ((IEnumerable<Score>)[Score.Total, .. Score.All]).Where(score => contenders.Any(contender => contender.Scores[score] is not null));
    }

    private static Markup Line(Score score, Contender[] contenders, Yardsticks? yardsticks)
    {
        ScoreRange? unseen = yardsticks?.UnseenOf(score);
        return Cell.Row(
        [
            Markup.Of($"<th scope=\"row\">{Cell.Breaking(score.Name)}<span class=\"meaning\">{score.Meaning}</span></th>"),
            .. contenders.Select(contender => Cell.Number(contender.Scores[score])),
            Cell.Number(yardsticks?.Floor[score]),
            Cell.Number(yardsticks?.SecondSample[score]),
            Cell.Number(unseen is null ? Numbers.None : Numbers.Range([unseen.Low, unseen.High])),
        ]);
    }

    private sealed record Contender(string Model, LeaderboardRow Best, Scores Scores, int Ranked, int Completed, double MedianTotal, double? MedianSeconds)
    {
        public static Contender Of(string model, LeaderboardRow[] runs)
        {
            LeaderboardRow best = runs.OrderBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Scores!.Find(Score.Total) ?? double.NaN).First();
            double[] totals = [.. runs.Select(row => row.Scores!.Find(Score.Total) ?? double.NaN).Where(double.IsFinite)];
            double[] seconds = [.. runs.Select(row => row.Seconds).OfType<double>()];
            return new Contender(
                model,
                best,
                best.Scores!.ToScores(),
                runs.Count(row => row.Rank is not null),
                runs.Length,
                totals.Length == 0 ? double.NaN : TableStatistics.Describe(totals).Median,
                seconds.Length == 0 ? null : TableStatistics.Describe(seconds).Median);
        }
    }
}
