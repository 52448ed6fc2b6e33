using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Findings;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Reporting.Sections;

/// <summary>A run in one paragraph, for those who read no further.</summary>
internal sealed class VerdictSection : ISection<RunInput>
{
    public string Id => "verdict";

    public string Title => "In short";

    public void Write(HtmlWriter html, RunInput input)
    {
        LeaderboardRow row = input.Run.Row;
        if (input.Scores is not { } scores)
        {
            html.Write($"<p class=\"lead\">Run {row.Run} has no scores{row.Error switch { { } error => $": {error}", _ => "." }}</p>");
            return;
        }

        Yardsticks? yardsticks = input.Yardsticks;
        Finding[] findings =
        [
            .. new[]
            {
                Fidelity.Total(scores, yardsticks),
                Fidelity.Support(scores, input.RealRows),
                Fidelity.Levels(scores, yardsticks),
                Fidelity.Missing(scores, yardsticks),
                Fidelity.Joint(scores, yardsticks),
                Fidelity.Detectability(scores, yardsticks),
                Fidelity.Utility(scores, yardsticks),
                Privacy.Of(Score.ExactCopies, scores, yardsticks),
                MembershipEvidence.Of(scores, yardsticks) is { } evidence ? Membership.Of(evidence) : Privacy.Of(Score.CloserToTraining, scores, yardsticks),
            }.OfType<Finding>(),
        ];
        string holdout = scores[Score.CloserToTraining] is null ? " Whether rows were learned by heart was not measured, since none were held "
            + "out." : "";
        html.Write($"<p class=\"lead\">{Standing(input)} "
            + $"{string.Join(" ", findings.Select(finding => finding.Sentence))}{holdout}{Fresh(input)}{Baselines(yardsticks)}</p>");
        html.Write($"<ul class=\"tiles\">{Markup.Join(findings.Select(Tile))}</ul>");
    }

    private static string Standing(RunInput input)
    {
        LeaderboardRow row = input.Run.Row;
        int ranked = input.Board.Trainings.Count(each => each.Rank is not null);
        return row switch
        {
            { Excluded: { } reason } => $"Run {row.Run} is excluded by the sweep's limits: {reason}.",
            { Rank: 1 } => $"Run {row.Run} is the best of {ranked} ranked runs.",
            { Rank: { } rank } => $"Run {row.Run} ranks {rank} of {ranked}.",
            _ => $"Run {row.Run} is not ranked.",
        };
    }

    private static string Fresh(RunInput input)
    {
        double[] totals = [.. input.FreshScores.Select(each => each.Total)];
        return totals.Length == 0
            ? ""
            : $" On {totals.Length} fresh sample{(totals.Length == 1 ? "" : "s")}, which had no part in choosing it, its total is "
                + $"{Numbers.Range(totals)}, {Numbers.Rounded(totals.Average())} on average.";
    }

    private static string Baselines(Yardsticks? yardsticks)
    {
        string[] totals = [.. (yardsticks?.Synthesizers ?? []).Select(Total)];
        return totals.Length == 0 ? "" : $" Simple methods on the same rows get: {string.Join(", ", totals)}.";
    }

    private static string Total(Baseline baseline)
    {
        return baseline.Name + (baseline.Guarantee is { } guarantee ? $" (ε {Numbers.Rounded(guarantee.Epsilon)})" : "") + $" {Numbers.Rounded(baseline.Scores.Total)}";
    }

    private static Markup Tile(Finding finding)
    {
        (string style, string word) = finding.Outcome switch
        {
            Outcome.Good => ("good", "✓"),
            Outcome.Bad => ("bad", "!"),
            _ => ("", "·"),
        };
        return Markup.Of($"<li class=\"{style}\"><span>{word} {finding.Name}</span><b>{finding.Value}</b></li>");
    }
}
