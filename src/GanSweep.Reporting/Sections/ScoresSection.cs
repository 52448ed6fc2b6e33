using GanSweep.Contracts.Scores;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Reporting.Sections;

/// <summary>All scores of the run beside what they can be held against.</summary>
internal sealed class ScoresSection : ISection
{
    public string Id => "scores";

    public string Title => "Scores";

    public void Write(HtmlWriter html, ReportInput input)
    {
        if (input.Run.Row.Scores is not { } scores)
        {
            html.Write($"<p>Run {input.Run.Row.Run} has no scores.</p>");
            return;
        }

        Yardsticks? yardsticks = input.Board.Yardsticks;
        Baseline[] baselines = [.. yardsticks?.Baselines ?? []];
        html.Write($"<p>The floor is what a perfect copier of the table would get, the second sample what another sample of the same "
            + $"source would. Unseen is what real rows get that nobody trained on (5 % to 95 % of random splits). "
            + $"{(baselines.Length > 0 ? $"{string.Join(", ", baselines.Select(baseline => baseline.Name))}: simple methods on the same rows." : "")}</p>");
        html.WriteTable("Scores", Headings(input, baselines), [Total(input, baselines), .. Score.All.Select(score => Line(score, input, baselines)), Adversarial(scores, input, baselines)]);
        WriteFresh(html, input);
    }

    private static IEnumerable<Markup> Headings(ReportInput input, Baseline[] baselines)
    {
        return
        [
            Cell.Heading("score"), Cell.NumberHeading($"run {input.Run.Row.Run}"), Cell.NumberHeading("floor"),
            Cell.NumberHeading("second sample"), Cell.NumberHeading("unseen"),
            .. baselines.Select(baseline => Cell.NumberHeading(baseline.Name)),
            .. input.FreshScores.IsEmpty ? Array.Empty<Markup>() : [Cell.NumberHeading("fresh samples")],
            Cell.Heading("to be"),
        ];
    }

    private static Markup Line(Score score, ReportInput input, Baseline[] baselines)
    {
        Yardsticks? yardsticks = input.Board.Yardsticks;
        string aim = score.Aim switch
        {
            ScoreAim.Low => "low",
            ScoreAim.High => "high, 1",
            _ => "as unseen",
        };
        return Row(score.Name, score.Of, input, baselines, yardsticks?.UnseenOf(score), aim, score.Meaning);
    }

    private static Markup Total(ReportInput input, Baseline[] baselines)
    {
        return Row("total", scores => scores.Total, input, baselines, null, "low", "weighted mean of scores, each divided by that of the "
            + "second sample; what the sweep ranks by");
    }

    private static Markup Adversarial(GanScores scores, ReportInput input, Baseline[] baselines)
    {
        return scores.JsAdversarial is null
            ? default
            : Row("jsAdversarial", each => each.JsAdversarial, input, baselines, null, "shown", "joint Jensen-Shannon estimate of the "
                + "discriminator, in bits");
    }

    private static Markup Row(
        string name, Func<GanScores, double?> read, ReportInput input, Baseline[] baselines, ScoreRange? unseen, string aim, string meaning)
    {
        Yardsticks? yardsticks = input.Board.Yardsticks;
        return Cell.Row(
        [
            Markup.Of($"<th scope=\"row\">{Cell.Breaking(name)}<span class=\"meaning\">{meaning}</span></th>"),
            Cell.Number(read(input.Run.Row.Scores!)),
            Cell.Number(yardsticks is null ? null : read(yardsticks.Floor)),
            Cell.Number(yardsticks is null ? null : read(yardsticks.SecondSample)),
            Cell.Number(unseen is null ? Numbers.None : Numbers.Range([unseen.Low, unseen.High])),
            .. baselines.Select(baseline => Cell.Number(read(baseline.Scores))),
            .. input.FreshScores.IsEmpty ? Array.Empty<Markup>() : [Cell.Number(Numbers.Range(input.FreshScores.Select(read).OfType<double>()))],
            Cell.Text(aim),
        ]);
    }

    private static void WriteFresh(HtmlWriter html, ReportInput input)
    {
        if (!input.FreshScores.IsEmpty)
        {
            html.Write($"<p>Fresh samples: the sample that chose the epoch flatters it a little; samples drawn afterwards do not. Their "
                + $"totals: {string.Join(", ", input.FreshScores.Select(each => Numbers.Short(each.Total)))}.</p>");
        }
    }
}
