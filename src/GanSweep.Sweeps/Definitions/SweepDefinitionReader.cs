using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Spaces;
using GanSweep.Sweeps.Strategies;
using GanSweep.Tables.Options;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Sequences;

namespace GanSweep.Sweeps.Definitions;

/// <summary>Reads a sweep.json: every part is read, whatever is wrong with the others, and all errors are thrown together.</summary>
/// <param name="models">The models that it may name.</param>
/// <param name="defaults">As of when keys that it leaves out have their values.</param>
internal sealed class SweepDefinitionReader(ModelCatalog models, KeyDefaults defaults)
{
    private readonly SettingErrors _errors = new();

    public static SweepDefinition Read(string json, ModelCatalog models, KeyDefaults defaults)
    {
        using JsonDocument document = JsonText.Parse(json);
        return new SweepDefinitionReader(models, defaults).ReadSweep(document.RootElement);
    }

    public static ReadOptions ReadReading(string json)
    {
        using JsonDocument document = JsonText.Parse(json);
        SettingErrors errors = new();
        ReadOptions options = ReadReading(new JsonSection(new JsonSpot(document.RootElement, "$", errors), [SweepSettings.Csv, SweepSettings.Columns], _ => null));
        errors.ThrowIfAny();
        return options;
    }

    public static ImmutableArray<RowRule> ReadRules(string json)
    {
        using JsonDocument document = JsonText.Parse(json);
        SettingErrors errors = new();
        ImmutableArray<RowRule> rules = RuleSettings.Read(new JsonSpot(document.RootElement, "$", errors));
        errors.ThrowIfAny();
        return rules;
    }

    public static RowSequence ReadSequence(string json)
    {
        using JsonDocument document = JsonText.Parse(json);
        SettingErrors errors = new();
        RowSequence sequence = SequenceSettings.Read(new JsonSection(new JsonSpot(document.RootElement, "$", errors), SequenceSettings.Names, _ => null));
        errors.ThrowIfAny();
        return sequence;
    }

    private SweepDefinition ReadSweep(JsonElement element)
    {
        var root = new JsonSection(new JsonSpot(element, "$", _errors), SweepSettings.Names, ConfigurationHome);
        root.TryRead(SweepSettings.Schema, out _);
        JsonSection? ranking = Open(root, SweepSettings.Ranking, RankingSettings.Names, _ => null);
        (string name, string dataset) = (root.Require(SweepSettings.Name), root.Require(SweepSettings.Dataset));
        (long seed, int replicates) = (root.Read(SweepSettings.Seed), root.Read(SweepSettings.Replicates));
        int errorsBefore = _errors.Count;
        Strategy strategy = root.Read(SweepSettings.Strategy);
        SearchPlan plan = new SearchReader(root, _errors).Read(new SpaceReader(models, defaults, _errors).Read(root), seed, replicates);
        bool isRead = _errors.Count == errorsBefore;
        var sweep = new SweepDefinition
        {
            Name = name,
            DatasetPath = dataset,
            Reading = ReadReading(root),
            Strategy = strategy,
            Plan = plan,
            Weights = ReadWeights(ranking, root.Values.ContainsKey(SweepSettings.Sequence)),
            Limits = ReadLimits(ranking),
            KeepBest = root.Read(SweepSettings.KeepBest),
            MaxAttempts = root.Read(SweepSettings.MaxAttempts),
            EvaluationRows = root.TryRead(SweepSettings.EvaluationRows, out int rows) ? rows : null,
            Holdout = root.Read(SweepSettings.Holdout),
            Target = root.TryRead(SweepSettings.Target, out string target) ? target : null,
            Rules = root.Values.TryGetValue(SweepSettings.Rules, out JsonSpot rules) ? RuleSettings.Read(rules) : [],
            Sequence = Open(root, SweepSettings.Sequence, SequenceSettings.Names, _ => null) is { } sequence ? SequenceSettings.Read(sequence) : null,
        };
        if (isRead)
        {
            SearchChecks.Check(sweep, _errors);
            SweepChecks.CheckWindows(sweep, _errors);
        }

        SweepChecks.CheckSeeds(sweep, _errors);
        SweepChecks.CheckLimits(sweep, _errors);
        SweepChecks.CheckTarget(sweep, _errors);
        SweepChecks.CheckSequence(sweep, _errors);
        _errors.ThrowIfAny();
        return sweep;
    }

    private static ReadOptions ReadReading(JsonSection root)
    {
        return new ReadOptions
        {
            Csv = Open(root, SweepSettings.Csv, CsvSettings.Names, _ => null) is { } csv ? CsvSettings.Read(csv) : ReadOptions.None.Csv,
            Columns = root.Values.TryGetValue(SweepSettings.Columns, out JsonSpot columns) ? ColumnSettings.Read(columns) : ReadOptions.None.Columns,
        };
    }

    private ScoreWeights ReadWeights(JsonSection? ranking, bool hasSequence)
    {
        ScoreWeights weights = ScoreWeights.Default;
        if (ranking is not null && Open(ranking, RankingSettings.Weights, RankingSettings.WeightNames, UnrankedHome) is { } section)
        {
            weights = RankingSettings.WeightOf.Aggregate(weights, (told, weight) => told.With(weight.Score, section.Read(weight.Setting)));
            SweepChecks.CheckWeights(weights, hasSequence, _errors);
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

    private string? ConfigurationHome(string name)
    {
        return name == ModelCatalog.Key || models.Keys.Any(key => key.Name == name) ? "in \"config\" or \"space\"" : null;
    }

    private static string? UnrankedHome(string name)
    {
        return Score.Find(name) is null ? null : "in \"limits\": the score is neither low nor high for the better";
    }
}
