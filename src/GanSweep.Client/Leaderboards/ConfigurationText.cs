using System.Text;
using GanSweep.Contracts.Runs;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;

namespace GanSweep.Client.Leaderboards;

/// <summary>Configurations as cells and sentences, by the keys that vary in their sweep.</summary>
internal static class ConfigurationText
{
    /// <summary>The key of the seed, which varies with replicates and is a run's, not its configuration's.</summary>
    public const string SeedKey = "seed";

    /// <summary>The values of a run, in the order of the keys: nonSaturating, 64-64, 0.0002.</summary>
    public static IReadOnlyList<string> Cells(LeaderboardRow row, IEnumerable<string> keys)
    {
        ConfigurationCells cells = new(row.Configuration.Model, row.Configuration.Json);
        return [.. keys.Select(key => key == SeedKey ? $"{row.Seed}" : cells[key])];
    }

    /// <summary>The values of a configuration, in the order of the keys, of which the seed is none.</summary>
    public static IReadOnlyList<string> Cells(RunConfiguration configuration, IEnumerable<string> keys)
    {
        ConfigurationCells cells = new(configuration.Model, configuration.Json);
        return [.. keys.Select(key => cells[key])];
    }

    /// <summary>The values of a run in a sentence, of the keys that its model has: nonSaturating, 64-64, 0.0002.</summary>
    public static string Sentence(LeaderboardRow row, IEnumerable<string> keys)
    {
        return string.Join(", ", Cells(row, keys).Where(cell => cell.Length > 0));
    }

    /// <summary>A key in words, so that a heading can be folded: generator learning rate.</summary>
    public static string Words(string key)
    {
        StringBuilder words = new();
        foreach (char letter in key)
        {
            words.Append(char.IsUpper(letter) ? " " : "").Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
