using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Contracts.Runs;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Client.Progress;

/// <summary>The lines of the runs in training, in columns.</summary>
internal static class SlotText
{
    /// <summary>One line a run: its number, what tells it apart, its epoch, its losses.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<LeaderboardRow> rows, IReadOnlyList<string> keys)
    {
        string[][] cells = [.. rows.Select(row => Cells(row, keys))];
        int[] widths = [.. Enumerable.Range(0, rows.Count == 0 ? 0 : cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
        return [.. cells.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())];
    }

    private static string[] Cells(LeaderboardRow row, IReadOnlyList<string> keys)
    {
        return
        [
            $"run {row.Run}",
            .. keys.Count == 0 ? Array.Empty<string>() : [ConfigurationText.Sentence(row, keys)],
            Stage(row),
            row.LastLosses is { Count: > 0 } losses ? $"loss {string.Join(' ', losses.Series.Select(loss => Loss(row, loss)).OfType<string>())}" : "",
            row.Scores is { } scores ? $"best {Figures.Of(scores.ToScores().Total)}" : "",
        ];
    }

    // After its last epoch a run is scored on fresh samples, which on a large table takes its time.
    private static string Stage(LeaderboardRow row)
    {
        string epochs = row.Until is { } until ? $"{until}" : new ConfigurationCells(row.Configuration.Model, row.Configuration.Json).Epochs;
        return $"{row.Epochs}" == epochs ? $"epoch {epochs}, final scores" : $"epoch {row.Epochs}/{epochs}";
    }

    private static string? Loss(LeaderboardRow row, LossValues loss)
    {
        return Models.Catalog.LossOf(row.Configuration.Model, loss.Name).Symbol is { } symbol ? $"{symbol} {Figures.Of(loss.Values[^1])}" : null;
    }
}
