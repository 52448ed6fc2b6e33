using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Html;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;

namespace GanSweep.Reporting.Boards;

/// <summary>What runs differ in, as cells of tables.</summary>
internal static class RunCells
{
    /// <summary>The key of the seed, which is a run's, not its configuration's.</summary>
    public const string SeedKey = "seed";

    private const int LongestNumber = 8;

    /// <summary>The configuration keys that vary, of which the seed is none.</summary>
    public static IEnumerable<string> KeysOf(Leaderboard board)
    {
        return board.VaryingKeys.Where(key => key != SeedKey);
    }

    /// <summary>The value of a key: nonSaturating, 64-64, 0.0002.</summary>
    public static string ValueOf(LeaderboardRow row, string key)
    {
        return key == SeedKey ? $"{row.Seed}" : ValueOf(row.Configuration, key);
    }

    /// <summary>The value of a key that is not the seed.</summary>
    public static string ValueOf(RunConfiguration configuration, string key)
    {
        string text = ConfigurationCells.ValueOf(configuration.Model, configuration.Json, key);

        // Numbers that were drawn have seventeen digits; sweep.json and the leaderboard's files have them all.
        return text.Length > LongestNumber && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? Numbers.Rounded(number, 4)
            : text;
    }

    /// <summary>The values of the keys that vary, the seed too.</summary>
    public static IEnumerable<Markup> Of(LeaderboardRow row, Leaderboard board)
    {
        return board.VaryingKeys.Select(key => Cell.Text(ValueOf(row, key)));
    }
}
