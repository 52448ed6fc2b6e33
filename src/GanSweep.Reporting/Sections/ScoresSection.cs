using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Reporting.Sections;

/// <summary>All scores of the run beside what they can be held against.</summary>
internal sealed class ScoresSection : ISection<RunInput>
{
    public string Id => "scores";

    public string Title => "Scores";

    public void Write(HtmlWriter html, RunInput input)
    {
        if (input.Scores is not { } scores)
        {
            html.Write($"<p>Run {input.Run.Row.Run} has no scores.</p>");
            return;
        }

        Yardsticks? yardsticks = input.Yardsticks;
        Baseline[] baselines = [.. yardsticks?.Synthesizers ?? []];
        html.Write($"<p>The floor is what a perfect copier of the table would get, the second sample what another sample of the same "
            + $"source would. Unseen is what real rows get that nobody trained on (5 % to 95 % of random splits). "
            + $"{(baselines.Length > 0 ? $"{string.Join(", ", baselines.Select(baseline => baseline.Name))}: simple methods on the same rows." : "")}"
            + $"{string.Concat(baselines.Select(GuaranteeOf))}</p>");
        html.WriteTable("Scores", Headings(input, baselines), Lines(scores).Select(score => Line(score, input, baselines)));
        WriteFresh(html, input);
    }

    private static string GuaranteeOf(Baseline baseline)
    {
        return baseline.Guarantee is not { } guarantee
            ? ""
            : $" {baseline.Name} is ({Numbers.Rounded(guarantee.Epsilon)}, {Numbers.Rounded(guarantee.Delta)})-differentially private towards whoever does not "
                + "know its noise, which is the same in every report: it shows what a formal guarantee costs. No other method here has one.";
    }

    private static IEnumerable<Markup> Headings(RunInput input, Baseline[] baselines)
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

    private static IEnumerable<Score> Lines(Scores scores)
    {
        // What the table has not, such as levels, is no line; what was not measured is.
        return [Score.Total, .. Score.All.Where(score => score.NeedsHoldout || scores[score] is not null), .. scores[Score.JsAdversarial] is null ? Array.Empty<Score>() : [Score.JsAdversarial]];
    }

    private static Markup Line(Score score, RunInput input, Baseline[] baselines)
    {
        Yardsticks? yardsticks = input.Yardsticks;
        ScoreRange? unseen = yardsticks?.UnseenOf(score);
        string aim = score.Aim switch
        {
            ScoreAim.Low => "low",
            ScoreAim.High => "high, 1",
            ScoreAim.LikeUnseen => "as unseen",
            _ => "shown",
        };
        return Cell.Row(
        [
            Markup.Of($"<th scope=\"row\">{Cell.Breaking(score.Name)}<span class=\"meaning\">{score.Meaning}</span></th>"),
            Cell.Number(input.Scores![score]),
            Cell.Number(yardsticks?.Floor[score]),
            Cell.Number(yardsticks?.SecondSample[score]),
            Cell.Number(unseen is null ? Numbers.None : Numbers.Range([unseen.Low, unseen.High])),
            .. baselines.Select(baseline => Cell.Number(baseline.Scores[score])),
            .. input.FreshScores.IsEmpty
                ? Array.Empty<Markup>()
                : [Cell.Number(Numbers.Range(input.FreshScores.Select(scores => scores[score]).OfType<double>()))],
            Cell.Text(aim),
        ]);
    }

    private static void WriteFresh(HtmlWriter html, RunInput input)
    {
        if (!input.FreshScores.IsEmpty)
        {
            html.Write($"<p>Fresh samples: the sample that chose the epoch flatters it a little; samples drawn afterwards do not. Their "
                + $"totals: {string.Join(", ", input.FreshScores.Select(each => Numbers.Rounded(each.Total)))}.</p>");
        }
    }
}
