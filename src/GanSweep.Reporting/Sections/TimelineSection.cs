using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Plots;

namespace GanSweep.Reporting.Sections;

/// <summary>What was trained where: a line for each slot, a block for each attempt, and how it ended.</summary>
internal sealed class TimelineSection : ISection<Timeline>
{
    private const int MostAttempts = 300;
    private const int MostLines = 48;
    private const double Half = 0.36;

    public string Id => "timeline";

    public string Title => "What ran where";

    public bool Concerns(Timeline input)
    {
        return !input.Attempts.IsEmpty;
    }

    public void Write(HtmlWriter html, Timeline input)
    {
        AttemptSpan[] shown = [.. input.Attempts.TakeLast(MostAttempts)];
        DateTimeOffset start = shown.Min(span => span.Begun ?? input.Since);
        double whole = Math.Max(1, (input.Now - start).TotalSeconds);
        (double unit, string name) = whole switch { < 180 => (1.0, "s"), < 10_800 => (60.0, "min"), _ => (3600.0, "h") };
        Block[] blocks = [.. shown.Select(span => new Block(span, ((span.Begun ?? input.Since) - start).TotalSeconds / unit, ((span.Ended ?? input.Now) - start).TotalSeconds / unit))];
        List<(string Name, List<Block> Blocks)> lines = Lines(blocks);
        Axis times = Axis.Linear(0, 1.01 * whole / unit, $"since {Numbers.Time(start)}, in {name}", 8);
        (string, List<Block>)[] drawn = [.. lines.Take(MostLines)];
        Panel panel = new("Attempts by slot", times, Axis.Categories([.. drawn.Reverse().Select(line => TextWidth.Fitted(line.Item1, 190))]))
        {
            Width = 1160,
            Height = 60 + (24 * Math.Max(2, drawn.Length)),
            Description = "Attempts of runs by trainer and slot over time",
        };
        for (int index = 0; index < drawn.Length; index++)
        {
            int line = drawn.Length - 1 - index;
            foreach (Block block in drawn[index].Item2)
            {
                panel.Block(block.Begin, Math.Max(block.End, block.Begin + (0.002 * whole / unit)), line - Half, line + Half, InkOf(block.Span.End), block.Span.End is null ? 0.35 : 0.75);
                if (block.End - block.Begin > 0.03 * whole / unit)
                {
                    panel.Text((block.Begin + block.End) / 2, line, block.Span.Run.ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        html.Write($"{Legend.Of(Legend.Block(Ink.Real, "completed, or training"), Legend.Block(Ink.Neutral, "given back"), Legend.Block(Ink.Synthetic, "failed, or its trainer was lost"))}");
        html.WritePanels([panel], Panels.Wide);
        html.Write($"<p class=\"note\">Numbers are those of runs. Since the coordinator began, {Numbers.Time(input.Since)}"
            + $"{(input.Attempts.Length > shown.Length ? $"; the last {shown.Length} attempts" : "")}{(lines.Count > MostLines ? $"; {lines.Count - MostLines} slots are not drawn" : "")}.</p>");
        WriteMishaps(html, shown);
    }

    private static void WriteMishaps(HtmlWriter html, AttemptSpan[] shown)
    {
        AttemptSpan[] mishaps = [.. shown.Where(span => span.End is AttemptEnd.Lost or AttemptEnd.Failed).TakeLast(20)];
        if (mishaps.Length > 0)
        {
            html.WriteTable(
                "Attempts that came to nothing",
                [Cell.NumberHeading("run"), Cell.NumberHeading("attempt"), Cell.Heading("trainer"), Cell.Heading("what happened"), Cell.Heading("when")],
                mishaps.Select(span => Cell.Row(
                [
                    Cell.Number(span.Run.ToString(CultureInfo.InvariantCulture)), Cell.Number(span.Attempt.ToString(CultureInfo.InvariantCulture)), Cell.Text(span.Trainer),
                    Cell.Text(span.End == AttemptEnd.Lost ? "its trainer was lost" : "it failed"), Cell.Text(Numbers.Time(span.Ended!.Value)),
                ])));
        }
    }

    // A trainer's attempts on as few lines as it takes, which are as many as it has slots.
    private static List<(string Name, List<Block> Blocks)> Lines(Block[] blocks)
    {
        List<(string, List<Block>)> lines = [];
        foreach (IGrouping<string, Block> trainer in blocks.GroupBy(block => block.Span.Trainer).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            List<List<Block>> slots = [];
            foreach (Block block in trainer.OrderBy(block => block.Begin))
            {
                List<Block>? free = slots.Find(slot => slot[^1].End <= block.Begin + 1e-9);
                if (free is null)
                {
                    slots.Add(free = []);
                }

                free.Add(block);
            }

            lines.AddRange(slots.Select((slot, index) => ($"{trainer.Key}, {index + 1}", slot)));
        }

        return lines;
    }

    private static Ink InkOf(AttemptEnd? end)
    {
        return end switch { AttemptEnd.GivenBack => Ink.Neutral, AttemptEnd.Failed or AttemptEnd.Lost => Ink.Synthetic, _ => Ink.Real };
    }

    private sealed record Block(AttemptSpan Span, double Begin, double End);
}
