using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Sections;

/// <summary>How the run was trained: its losses, and the totals of its evaluations.</summary>
internal sealed class TrainingSection : ISection<RunInput>
{
    private const int MostPoints = 300;
    private const int MostDots = 30;

    private static readonly Ink[] LineInks = [Ink.Real, Ink.Synthetic, Ink.Neutral, Ink.Mark];

    private static readonly string[] Counts = ["", "", "two ", "three ", "four ", "five ", "six ", "seven "];

    // A range of losses this many times that of nine tenths of them has spikes in it.
    private const double Spiky = 8;

    public string Id => "training";

    public string Title => "Training";

    public void Write(HtmlWriter html, RunInput input)
    {
        LossHistory losses = input.Run.Losses;
        ImmutableArray<ScorePoint> history = input.Run.History;
        if (losses.Count == 0 && history.IsEmpty)
        {
            html.Write($"<p>Nothing is recorded of the training of run {input.Run.Row.Run}.</p>");
            return;
        }

        string model = input.Run.Row.Configuration.Model;
        // A loss of what the table has nothing of, such as choices, is 0 throughout.
        LossSeries[] series = [.. losses.Series.Where(loss => loss.Values.Any(value => value != 0)).Select(loss => input.Models.LossOf(model, loss.Name))];
        LossSeries[] drawn = [.. series.Where(loss => loss.Legend is not null)];
        string tell = input.Models.Find(model)?.LossesTell is { } what ? $"Losses tell {what}, not" : "Losses do not tell";
        html.Write($"<p>{tell} how good the rows are; the total of the "
            + $"evaluations does, and chooses the epoch. It weighs the {DefaultScores(history)}default scores alike, whatever the sweep ranks by; 1 is what "
            + $"a second sample of the real table would get.</p>");
        html.Write($"{Legend.Of(drawn.Select((loss, i) => Legend.Line(InkOf(i), loss.Legend!)))}");
        List<Panel> panels = [];
        if (losses.Count > 0)
        {
            string names = string.Join(" and ", series.Where(loss => loss.Symbol is not null).Select(loss => loss.Name));
            panels.Add(Losses(losses, [.. drawn.Select(loss => losses[loss.Name])], $"Losses of {names} by epoch"));
        }

        if (!history.IsEmpty)
        {
            panels.Add(History(history, input.Run.Row.BestEpoch));
        }

        html.WritePanels(panels, "three");
    }

    // As many as the table has what they look at.
    private static string DefaultScores(ImmutableArray<ScorePoint> history)
    {
        int count = history.IsEmpty ? 0 : Score.Defaults.Count(score => history[^1].Scores.ToScores()[score] is not null);
        return count < Counts.Length ? Counts[count] : "";
    }

    private static Ink InkOf(int line)
    {
        return LineInks[line % LineInks.Length];
    }

    private static Panel Losses(LossHistory losses, ImmutableArray<float>[] lines, string description)
    {
        double[] finite = [.. lines.SelectMany(line => line).Select(value => (double)value).Where(double.IsFinite).Order()];
        int missing = lines.Sum(line => line.Count(value => !float.IsFinite(value)));
        (double low, double high, bool isCut) = Extent(finite);
        List<string> notes = [];
        if (losses.Count > MostPoints)
        {
            notes.Add($"Means over {Numbers.Rounded(Math.Ceiling(losses.Count / (double)MostPoints))} epochs");
        }

        if (isCut)
        {
            notes.Add("A few extreme losses lie beyond the plot");
        }

        if (missing > 0)
        {
            notes.Add($"{missing} losses are not finite and leave gaps");
        }

        Axis epochs = Axis.Linear(losses.FirstEpoch, losses.FirstEpoch + Math.Max(1, losses.Count - 1), "epoch", 5);
        double room = 0.04 * (high - low);
        Panel panel = new("Losses by epoch", epochs, Axis.Linear(low - room, high + room, "loss"))
        {
            Description = description,
            Note = notes.Count > 0 ? string.Join(". ", notes) + "." : null,
        };
        for (int i = 0; i < lines.Length; i++)
        {
            (double[] xs, double[] ys) = Means(losses.FirstEpoch, lines[i]);
            panel.Line(xs, ys, InkOf(i), 1.4f);
        }

        return panel;
    }

    private static Panel History(ImmutableArray<ScorePoint> history, int? bestEpoch)
    {
        int every = 1 + ((history.Length - 1) / MostPoints);
        ScorePoint[] shown = [.. history.Where((point, index) => index % every == 0 || point.Epoch == bestEpoch)];
        double[] epochs = [.. shown.Select(point => (double)point.Epoch)];
        double[] totals = [.. shown.Select(point => point.Scores.ToScores().Total)];
        Axis x = Axis.Linear(0, 1.03 * epochs[^1], "epoch", 5);
        Axis y = Axis.Around([.. totals, 1], "total");
        ScorePoint? best = shown.FirstOrDefault(point => point.Epoch == bestEpoch);
        Panel panel = new("Total of each evaluation", x, y)
        {
            Description = "Total of the generator's evaluations by epoch",
            Note = best is null
                ? "Dotted: 1, a second sample."
                : $"Upright: epoch {best.Epoch}, chosen, total {Numbers.Rounded(best.Scores.ToScores().Total)}. Dotted: 1, a second sample.",
        };
        panel.Line([x.Low, x.High], [1, 1], Ink.Neutral);
        if (best is not null)
        {
            double bottom = y.IsLogarithmic ? Math.Pow(10, y.Low) : y.Low;
            double top = y.IsLogarithmic ? Math.Pow(10, y.High) : y.High;
            panel.Line([best.Epoch, best.Epoch], [bottom, top], Ink.Mark, 1);
        }

        panel.Line(epochs, totals, Ink.Real);
        if (shown.Length <= MostDots)
        {
            panel.Dots(epochs, totals, Ink.Real, 4);
        }

        if (best is not null)
        {
            panel.Dots([best.Epoch], [best.Scores.ToScores().Total], Ink.Mark, 8);
        }

        return panel;
    }

    // A few spikes must not flatten the rest.
    private static (double Low, double High, bool IsCut) Extent(double[] sorted)
    {
        if (sorted.Length == 0)
        {
            return (0, 1, false);
        }

        double low = TableStatistics.Quantile(sorted, 0.05);
        double high = TableStatistics.Quantile(sorted, 0.95);
        double most = high - low;
        return most > 0 && sorted[^1] - sorted[0] > Spiky * most
            ? (Math.Max(sorted[0], low - most), Math.Min(sorted[^1], high + most), true)
            : (sorted[0], sorted[^1], false);
    }

    private static (double[] Epochs, double[] Losses) Means(int firstEpoch, ImmutableArray<float> losses)
    {
        int size = (losses.Length + MostPoints - 1) / MostPoints;
        var bins = losses.Select((loss, index) => (loss: (double)loss, epoch: (double)(firstEpoch + index))).Chunk(Math.Max(1, size)).ToList();
        return ([.. bins.Select(bin => bin.Average(each => each.epoch))], [.. bins.Select(bin => bin.Average(each => each.loss))]);
    }
}
