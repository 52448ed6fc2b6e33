using GanSweep.Client.Output;
using GanSweep.Contracts.Sweeps;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Leaderboards;

/// <summary>What fresh seeds say of the best configurations of a search, in sentences.</summary>
internal static class ConfirmedText
{
    /// <summary>A line for each configuration, the lowest median first, and one of how much the search flattered its winner; none where nothing is confirmed, or not yet.</summary>
    public static IEnumerable<string> Lines(Leaderboard board)
    {
        foreach (ConfirmedConfiguration confirmed in board.Confirmed)
        {
            string values = string.Join(", ", ConfigurationText.Cells(confirmed.Config, board.VaryingKeys.Where(key => key != ConfigurationText.SeedKey)).Where(cell => cell.Length > 0));
            yield return $"confirmed: configuration {confirmed.Configuration}{(values.Length == 0 ? "" : $" ({values})")}: {Found(confirmed)}; in the search {Figures.Of(confirmed.SearchTotal)}";
        }

        if (board.SearchWinner is { Flattery: { } flattery } winner)
        {
            yield return flattery > 0
                ? $"The search flattered its winner, configuration {winner.Configuration}, by {Figures.Of(flattery)}: the lowest of many totals is low by luck too."
                : $"The search did not flatter its winner, configuration {winner.Configuration}: under fresh seeds its total is {(flattery == 0 ? "the same" : $"lower by {Figures.Of(-flattery)}")}.";
        }
    }

    private static string Found(ConfirmedConfiguration confirmed)
    {
        string lost = confirmed.Lost == 0 ? "" : $" ({confirmed.Lost} more ended without a total)";
        return confirmed.Median is null
            ? $"no total yet under fresh seeds{lost}"
            : $"median total {Figures.Of(confirmed.Median)}, middle 90 % {Figures.Of(confirmed.Lowest)} to {Figures.Of(confirmed.Highest)}, under {Amount.Of(confirmed.Runs.Length, "fresh seed")}{lost}";
    }
}
