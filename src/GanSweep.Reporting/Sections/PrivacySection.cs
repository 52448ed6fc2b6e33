using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Findings;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Reporting.Sections;

/// <summary>How near the synthetic rows come to those that were trained on.</summary>
internal sealed class PrivacySection : ISection
{
    public string Id => "privacy";

    public string Title => "Privacy";

    public void Write(HtmlWriter html, ReportInput input)
    {
        Finding[] findings = input.Scores is { } scores ? [.. Privacy.All(scores, input.Yardsticks)] : [];
        html.Write($"<p>A generator that learns rows by heart gives them away. Each measure is held against real rows that nobody "
            + $"trained on; what is nearer to the training rows than these is flagged. This finds copying; it does not prove that there "
            + $"is none.</p>");
        if (findings.Length > 0)
        {
            html.WriteTable(
                "Privacy measures",
                [Cell.Heading("measure"), Cell.NumberHeading("value"), Cell.Heading("verdict"), Cell.Heading("what it says")],
                findings.Select(finding => Cell.Row(
                    Cell.RowHeading(finding.Name),
                    Cell.Number(finding.Value),
                    Verdict(finding.Outcome),
                    Markup.Of($"<td class=\"wide\">{finding.Sentence}</td>"))));
        }
        else
        {
            html.Write($"<p>Nothing was measured for this run.</p>");
        }

        if (input.Provenance.Holdout <= 0)
        {
            html.Write($"<p>No rows were held out of training, so closeness to training rows has nothing to be compared with. "
                + $"<code>\"holdout\": 0.2</code> in sweep.json holds a fifth of the rows out and measures it.</p>");
        }
        else
        {
            html.Write($"<p class=\"note\">{Numbers.Percent(input.Provenance.Holdout)} of the rows were held out of training.</p>");
        }
    }

    private static Markup Verdict(Outcome outcome)
    {
        return outcome switch
        {
            Outcome.Good => Markup.Of($"<td class=\"verdict-good\">✓ as unseen rows</td>"),
            Outcome.Bad => Markup.Of($"<td class=\"verdict-bad\">! too near</td>"),
            _ => Markup.Of($"<td>not known</td>"),
        };
    }
}
