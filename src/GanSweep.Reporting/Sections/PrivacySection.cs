using System.Globalization;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Findings;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;

namespace GanSweep.Reporting.Sections;

/// <summary>What the synthetic rows give away of those that were trained on: by attack first, then by closeness, then cell by cell, and what none of these shows.</summary>
internal sealed class PrivacySection : ISection<ReportInput>
{
    private const string NothingHeldOut =
        " No rows were held out of training, so there is nothing to tell training rows from. \"holdout\": 0.2 in sweep.json holds a fifth of the rows out.";

    public string Id => "privacy";

    public string Title => "Privacy";

    public void Write(HtmlWriter html, ReportInput input)
    {
        if (input.Scores is not { } scores)
        {
            html.Write($"<p>Nothing was measured for this run.{(input.Provenance.Holdout <= 0 ? NothingHeldOut : "")}</p>");
            return;
        }

        WriteAttack(html, input, scores);
        Finding[] findings = [.. Privacy.All(scores, input.Yardsticks)];
        html.Write($"<h3>Closeness</h3><p>Each measure is held against real rows that nobody trained on; what is nearer to the training rows than these is "
            + $"flagged. Copies are found so; rows that are learnt by heart without being copied are not.</p>");
        html.WriteTable(
            "Privacy measures",
            [Cell.Heading("measure"), Cell.NumberHeading("value"), Cell.Heading("verdict"), Cell.Heading("what it says")],
            findings.Select(finding => Cell.Row(
                Cell.RowHeading(finding.Name),
                Cell.Number(finding.Value),
                Verdict(finding.Outcome),
                Markup.Of($"<td class=\"wide\">{finding.Sentence}</td>"))));
        html.WriteRareValues(input);
        html.Write($"<h3>What else there is to know</h3><p>{FileHolds(input.MinimumCount)} Whoever has the file has those. "
            + $"What was not tried: attacks by someone who knows the rest of the training rows, or who has several generators of one table. None of this is a "
            + $"guarantee: it says what these attacks find, and others may find more.</p>");
        if (input.Provenance.Holdout > 0)
        {
            html.Write($"<p class=\"note\">{Numbers.Percent(input.Provenance.Holdout)} of the rows were held out of training.</p>");
        }
    }

    private static void WriteAttack(HtmlWriter html, ReportInput input, Scores scores)
    {
        if (MembershipEvidence.Of(scores, input.Yardsticks) is not { } evidence)
        {
            html.Write($"<p>Whether single rows were learnt by heart was not measured.{WhyNot(input)}</p>");
            return;
        }

        int training = input.Real.RowCount - HoldoutSplit.CountOf(input.Real.RowCount, input.Provenance.Holdout);
        html.Write($"<p class=\"lead\">{Membership.Of(evidence).Sentence}</p><p>Three attacks are tried, and the strongest counts: by the nearest synthetic row, by its "
            + $"distance where records are rare or common, and by how much denser synthetic rows are than other real ones. "
            + $"Where one in a hundred others is taken for one of them, {Numbers.Percent(evidence.At1.Value)} of the {Count(training)} training rows are found, about "
            + $"{Count(evidence.At1.Value * training)}; by chance it would be about {Count(evidence.At1.Chance.Mean * training)}. "
            + $"<code>gansweep attack</code> names the rows that are found most surely.</p>");
        html.Write($"{Legend.Of(Legend.Block(Ink.Neutral, "where there is nothing to find, 19 of 20"), Legend.Dot(Ink.Synthetic, "this run"), Legend.Dot(Ink.Real, "simple methods"), Legend.Dot(Ink.Mark, "has to be found"))}");
        html.WritePanels([Picture(evidence, input.Yardsticks!)], "three");
    }

    private static string FileHolds(int minimumCount)
    {
        string training = "and the weights of its networks, made by the training whose traces the attacks look for; not which cells stood in one row.";
        return minimumCount > 1
            ? $"The generator's file holds, of columns of numbers and dates, means of at least {minimumCount} neighbouring rows and values that as many rows share; of columns of "
                + $"words those that as many rows have, with their shares; which cells as many rows lack together; {training}"
            : $"The generator's file holds, under the transform quantile, every distinct value of the columns that it was trained on, sorted; the words of columns of words, with "
                + $"their shares; which cells go missing together; {training}";
    }

    private static string Count(double rows)
    {
        return rows.ToString("N0", CultureInfo.InvariantCulture);
    }

    private static string WhyNot(ReportInput input)
    {
        return input.Provenance.Holdout <= 0
            ? NothingHeldOut
            : " It takes at least ten held-out rows, and runs of an earlier version do not have it.";
    }

    private static Panel Picture(MembershipEvidence evidence, Yardsticks yardsticks)
    {
        (string Name, double Area, Ink Ink)[] lines =
        [
            ("this run", evidence.Area.Value, Ink.Synthetic),
            .. yardsticks.Baselines
                .Select(baseline => (baseline.Name, Area: baseline.Scores[Score.Membership] ?? double.NaN, Ink: baseline.LeavesTraces ? Ink.Mark : Ink.Real))
                .Where(line => double.IsFinite(line.Area))
                .OrderBy(line => line.Area),
        ];
        Axis areas = Axis.Linear(Math.Min(0.4, lines.Min(line => line.Area) - 0.02), 1.02, "AUC of the strongest attack", 4);
        Axis names = Axis.Categories([.. lines.Reverse().Select(line => line.Name)]);
        Panel panel = new Panel("Training rows told from others", areas, names)
        {
            Height = 58 + (20 * lines.Length),
            Description = "How well training rows are told from others, for this run and for simple methods",
        }.Block(evidence.Area.Chance.Low, evidence.Area.Chance.High, -0.6, lines.Length - 0.4, Ink.Neutral, 0.3);
        for (int i = 0; i < lines.Length; i++)
        {
            panel.Dots([lines[i].Area], [lines.Length - 1 - i], lines[i].Ink, 7);
        }

        return panel;
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
