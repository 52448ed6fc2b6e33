using GanSweep.Client.Output;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Sweeps.Wire;
using Spectre.Console;

namespace GanSweep.Client.Leaderboards;

/// <summary>One run for people.</summary>
internal static class RunView
{
    private const int CurveWidth = 48;

    private static readonly (Score Score, string Name)[] Names =
    [
        (Score.MeanGap, "mean gap"), (Score.StdGap, "std gap"), (Score.CorrelationDistance, "corr. dist."), (Score.JsEstimate, "js est."),
        (Score.CategoryGap, "level gap"), (Score.AssociationDistance, "assoc. dist."), (Score.MissingGap, "missing gap"),
    ];

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, string sweepId, RunDetails details)
    {
        LeaderboardRow row = details.Row;
        ConfigurationCells configuration = new(row.Configuration.Model, row.Configuration.Json);
        console.WriteLine($"{sweepId}, run {row.Run}: {State(row)}", new Style(decoration: Decoration.Bold));
        Spectre.Console.Grid grid = new Spectre.Console.Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Add(grid, "epochs", (row.Until is { } until ? $"{row.Epochs} of {until}, the beginning of {configuration.Epochs}" : $"{row.Epochs} of {configuration.Epochs}") + (row.BestEpoch is { } best ? $", best after {best}" : ""));
        Add(grid, "attempts", $"{row.Attempts}" + (row.SameAs is { } same ? $", the training of run {same} is its own: only values without effect differ" : row.Reused ? ", result found in the store" : ""));
        Add(grid, "time", row.Seconds is { } seconds ? Figures.Of(TimeSpan.FromSeconds(seconds)) : Figures.None);
        Add(grid, "generator", row.GeneratorKept ? $"kept: gansweep download {sweepId} --run {row.Run}" : "not kept");
        Add(grid, "key", row.Key);
        if (row.Error is { } error)
        {
            Add(grid, "error", error);
        }

        if (row.Excluded is { } excluded)
        {
            Add(grid, "excluded", excluded);
        }

        foreach ((int index, string sentence) in details.Story.Index())
        {
            Add(grid, index == 0 ? "search" : "", sentence);
        }

        Add(grid, "scores", row.Scores is { } scores ? Scores(scores.ToScores()) : Figures.None);
        Add(grid, "seed", $"{row.Seed}");
        foreach (string key in configuration.Keys)
        {
            Add(grid, key, configuration[key]);
        }

        foreach (LossValues loss in details.Losses.Series)
        {
            if (Models.Catalog.LossOf(row.Configuration.Model, loss.Name).Symbol is { } symbol)
            {
                AddCurve(grid, $"loss {symbol}", loss.Values);
            }
        }

        AddCurve(grid, "total", [.. details.History.Select(point => (float)point.Scores.ToScores().Total)]);
        console.Write(grid);
        if (row is { State: RunState.Completed, Scores: { } all } && details.Yardsticks is { } yardsticks)
        {
            EvidenceTable.Write(console, $"run {row.Run}", all.ToScores(), yardsticks.ToYardsticks());
        }
    }

    private static string State(LeaderboardRow row)
    {
        string state = SummaryText.State(row.State) + (row.Trainer is { Length: > 0 } trainer ? $" on {trainer}" : "");
        return row.Rank is { } rank ? $"{state}, rank {rank}" : state;
    }

    private static string Scores(Scores scores)
    {
        return $"total {Figures.Of(scores.Total)}: "
            + string.Join(", ", Names.Where(each => scores[each.Score] is not null).Select(each => $"{each.Name} {Figures.Of(scores[each.Score])}"))
            + (scores[Score.JsAdversarial] is { } adversarial ? $", js adversarial {Figures.Of(adversarial)} (not ranked)" : "");
    }

    private static void AddCurve(Spectre.Console.Grid grid, string name, IReadOnlyList<float> values)
    {
        if (values.Count > 0)
        {
            float lowest = values.Where(float.IsFinite).DefaultIfEmpty(float.NaN).Min();
            Add(grid, name, $"{Curve.Of(values, CurveWidth)}  {Figures.Of(values[0])} → {Figures.Of(values[^1])}, lowest {Figures.Of(lowest)}");
        }
    }

    private static void Add(Spectre.Console.Grid grid, string name, string value)
    {
        grid.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), new Text(value));
    }
}
