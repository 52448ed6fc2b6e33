using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Contracts.Configurations;
using GanSweep.Contracts.Scores;
using GanSweep.Search.Json;
using GanSweep.Search.Settings;
using GanSweep.Search.Spaces;

namespace GanSweep.Search.Definitions;

/// <summary>Reads a sweep.json: every part is read, whatever is wrong with the others, and all errors are thrown together.</summary>
internal sealed class SweepDefinitionReader
{
    private readonly SweepErrors _errors = new();

    public static SweepDefinition Read(string json)
    {
        using JsonDocument document = JsonText.Parse(json);
        return new SweepDefinitionReader().ReadSweep(document.RootElement);
    }

    private SweepDefinition ReadSweep(JsonElement element)
    {
        var root = new JsonSection(new JsonSpot(element, "$", _errors), SweepSettings.Names, ConfigurationHome);
        root.TryRead(SweepSettings.Schema, out _);
        var sweep = new SweepDefinition
        {
            Name = root.Require(SweepSettings.Name),
            DatasetPath = root.Require(SweepSettings.Dataset),
            Seed = root.Read(SweepSettings.Seed),
            Replicates = root.Read(SweepSettings.Replicates),
            Strategy = root.Read(SweepSettings.Strategy),
            Grid = ReadGrid(root),
            Weights = ReadWeights(root),
            KeepBest = root.Read(SweepSettings.KeepBest),
            MaxAttempts = root.Read(SweepSettings.MaxAttempts),
            EvaluationRows = root.TryRead(SweepSettings.EvaluationRows, out int rows) ? rows : null,
        };
        SweepChecks.CheckRunCount(sweep, _errors);
        SweepChecks.CheckSeeds(sweep, _errors);
        _errors.ThrowIfAny();
        return sweep;
    }

    private Grid ReadGrid(JsonSection root)
    {
        int errorsBefore = _errors.Count;
        var configuration = new GanConfiguration();
        JsonSection? config = Open(root, SweepSettings.Config, ConfigurationKeys.Names, TopHome);
        foreach ((string name, JsonSpot spot) in Values(config))
        {
            configuration = ConfigurationKeys.Find(name)!.ReadInto(configuration, spot);
        }

        var axes = new List<GridAxis?>();
        foreach ((string name, JsonSpot spot) in Values(Open(root, SweepSettings.Space, ConfigurationKeys.Names, TopHome)))
        {
            axes.Add(ConfigurationKeys.Find(name)!.ReadAxis(spot));
            if (Values(config).ContainsKey(name))
            {
                _errors.Add(spot.Path, "the key is in \"config\" too; keep it in one of them.");
            }
        }

        var grid = new Grid(configuration, [.. axes.OfType<GridAxis>()]);
        if (_errors.Count == errorsBefore)
        {
            SweepChecks.CheckEffects(grid, _errors);
        }

        return grid;
    }

    private ScoreWeights ReadWeights(JsonSection root)
    {
        JsonSection? ranking = Open(root, SweepSettings.Ranking, [RankingSettings.Weights], _ => null);
        JsonSection? section = ranking is null ? null : Open(ranking, RankingSettings.Weights, RankingSettings.Names, _ => null);
        if (section is null)
        {
            return ScoreWeights.Equal;
        }

        var weights = new ScoreWeights
        {
            MeanGap = section.Read(RankingSettings.MeanGap),
            StdGap = section.Read(RankingSettings.StdGap),
            CorrelationDistance = section.Read(RankingSettings.CorrelationDistance),
            JsEstimate = section.Read(RankingSettings.JsEstimate),
        };
        SweepChecks.CheckWeights(weights, _errors);
        return weights;
    }

    private static JsonSection? Open(JsonSection parent, string name, ImmutableArray<string> names, Func<string, string?> home)
    {
        return parent.Values.TryGetValue(name, out JsonSpot spot) ? new JsonSection(spot, names, home) : null;
    }

    private static IReadOnlyDictionary<string, JsonSpot> Values(JsonSection? section)
    {
        return section?.Values ?? ImmutableDictionary<string, JsonSpot>.Empty;
    }

    private static string? ConfigurationHome(string name)
    {
        return ConfigurationKeys.Find(name) is null ? null : "in \"config\" or \"space\"";
    }

    private static string? TopHome(string name)
    {
        return SweepSettings.Names.Contains(name) ? "at the top of the file" : null;
    }
}
