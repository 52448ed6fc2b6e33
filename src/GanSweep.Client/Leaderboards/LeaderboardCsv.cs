using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Client.Leaderboards;

/// <summary>A leaderboard as a table for other programs: a line a run, every configuration key a column, numbers that read back exactly.</summary>
internal static class LeaderboardCsv
{
    // Of a search alone, so that the files of grids keep their bytes.
    private static readonly ImmutableArray<string> PlaceColumns = ["configuration", "cohort", "rung", "origin", "proposed", "until"];

    /// <summary>Writes the rows. Like the JSON of the results it says what was found, not how: no attempts, no seconds.</summary>
    public static void Write(Stream stream, Leaderboard board)
    {
        using CsvWriter writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        ConfigurationCells[] configurations = [.. board.Rows.Select(row => new ConfigurationCells(row.Configuration.Model, row.Configuration.Json))];
        string[] keys = [.. configurations.SelectMany(configuration => configuration.Keys).Distinct()];
        Scores[] found = [.. board.Rows.Select(row => row.Scores?.ToScores()).OfType<Scores>()];
        Score[] columns = [.. ((IEnumerable<Score>)[.. Score.All, Score.JsAdversarial, Score.Total]).Where(score => !score.NeedsSequence || found.Any(score.IsToldOf))];
        string[] header =
        [
            "rank", "run", "key", "state", "bestEpoch", "seed", .. keys,
            .. columns.Select(score => score.Name), "error", "excluded", "generatorKept", "sameAs",
            .. board.IsOfSearch ? PlaceColumns : [],
        ];
        WriteRecord(writer, header);
        foreach ((LeaderboardRow row, ConfigurationCells configuration) in board.Rows.Zip(configurations))
        {
            WriteRecord(writer, [.. Cells(row, keys.Select(key => configuration[key]), columns), .. board.IsOfSearch ? PlaceOf(row) : []]);
        }
    }

    private static IEnumerable<string> Cells(LeaderboardRow row, IEnumerable<string> configuration, Score[] columns)
    {
        Scores? scores = row.Scores?.ToScores();
        return
        [
            $"{row.Rank}", $"{row.Run}", row.Key, SummaryText.State(row.State), $"{row.BestEpoch}", $"{row.Seed}",
            .. configuration,
            .. columns.Select(score => Number(scores?[score])),
            row.Error ?? "", row.Excluded ?? "", row.GeneratorKept ? "true" : "false", $"{row.SameAs}",
        ];
    }

    private static IEnumerable<string> PlaceOf(LeaderboardRow row)
    {
        return row.Search is { } place
            ? [$"{place.Configuration}", $"{place.Cohort}", $"{place.Rung}", place.Origin, place.Proposed, $"{row.Until}"]
            : PlaceColumns.Select(_ => "");
    }

    private static string Number(double? value)
    {
        return value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
    }

    private static void WriteRecord(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (string cell in cells)
        {
            writer.WriteField(cell);
        }

        writer.EndRecord();
    }
}
