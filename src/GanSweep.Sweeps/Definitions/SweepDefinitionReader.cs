using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Contracts.Configurations;
using GanSweep.Contracts.Scores;
using GanSweep.Sweeps.Json;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Settings;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Definitions;

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
        JsonSection? ranking = Open(root, SweepSettings.Ranking, RankingSettings.Names, _ => null);
        var sweep = new SweepDefinition
        {
            Name = root.Require(SweepSettings.Name),
            DatasetPath = root.Require(SweepSettings.Dataset),
            Seed = root.Read(SweepSettings.Seed),
            Replicates = root.Read(SweepSettings.Replicates),
            Strategy = root.Read(SweepSettings.Strategy),
            Grid = ReadGrid(root),
            Weights = ReadWeights(ranking),
            Limits = ReadLimits(ranking),
            KeepBest = root.Read(SweepSettings.KeepBest),
            MaxAttempts = root.Read(SweepSettings.MaxAttempts),
            EvaluationRows = root.TryRead(SweepSettings.EvaluationRows, out int rows) ? rows : null,
            Holdout = root.Read(SweepSettings.Holdout),
        };
        SweepChecks.CheckRunCount(sweep, _errors);
        SweepChecks.CheckSeeds(sweep, _errors);
        SweepChecks.CheckLimits(sweep, _errors);
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

    private ScoreWeights ReadWeights(JsonSection? ranking)
    {
        ScoreWeights weights = ScoreWeights.Default;
        if (ranking is not null && Open(ranking, RankingSettings.Weights, RankingSettings.WeightNames, UnrankedHome) is { } section)
        {
            weights = RankingSettings.WeightOf.Aggregate(weights, (told, weight) => told.With(weight.Score, section.Read(weight.Setting)));
            SweepChecks.CheckWeights(weights, _errors);
        }

        return weights;
    }

    private static ImmutableArray<ScoreLimit> ReadLimits(JsonSection? ranking)
    {
        List<ScoreLimit> limits = [];
        foreach ((string name, JsonSpot spot) in Values(ranking is null ? null : Open(ranking, RankingSettings.Limits, RankingSettings.LimitNames, _ => null)))
        {
            JsonSection section = new(spot, [.. RankingSettings.Bounds.Select(bound => bound.Name)], _ => null);
            limits.Add(new ScoreLimit(
                Score.Find(name)!,
                section.TryRead(RankingSettings.Minimum, out double minimum) ? minimum : null,
                section.TryRead(RankingSettings.Maximum, out double maximum) ? maximum : null));
        }

        return [.. limits];
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

    private static string? UnrankedHome(string name)
    {
        return Score.Find(name) is null ? null : "in \"limits\": the score is neither low nor high for the better";
    }
}
