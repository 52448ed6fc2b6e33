using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Evaluation.Scoring;
using GanSweep.Search.Domains;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Spaces;
using GanSweep.Sweeps.Strategies;

namespace GanSweep.Sweeps.Keys;

/// <summary>The id of a sweep: its name and a hash of what it asks for, so that the same submission is the same sweep.</summary>
public static class SweepId
{
    private const int HashDigits = 8;

    private static readonly ImmutableArray<Score> FirstDefaults = [Score.MeanGap, Score.StdGap, Score.CorrelationDistance, Score.JsEstimate];

    /// <summary>
    /// <c>NAME-HHHHHHHH</c>: eight hexadecimal digits of a hash of everything that matters: the space in its order (which numbers the
    /// runs), the fixed values, seed, replicates, holdout, target, rules, sequence, ranking, retention, attempts, the table's content and the engine's version. What does
    /// not matter: formatting, comments, <c>$schema</c>, the order of "config", spelled-out defaults, spellings of a number, the table's
    /// path.
    /// </summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="datasetHash">SHA-256 of the table's file, in hexadecimal digits.</param>
    /// <param name="engineVersion">The version of what trains and scores.</param>
    public static string Compute(SweepDefinition definition, string datasetHash, string engineVersion)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(datasetHash);
        ArgumentNullException.ThrowIfNull(engineVersion);
        string hash = CanonicalHash.Compute(writer =>
        {
            writer.WriteStartObject();
            WriteDefinition(writer, definition);
            writer.WriteString("dataset", datasetHash);
            writer.WriteString("engine", engineVersion);
            writer.WriteEndObject();
        });
        return $"{definition.Name}-{hash[..HashDigits]}";
    }

    private static void WriteDefinition(Utf8JsonWriter writer, SweepDefinition definition)
    {
        writer.WriteString("name", definition.Name);
        writer.WriteNumber("seed", definition.Seed);
        writer.WriteNumber("replicates", definition.Replicates);
        WriteStrategy(writer, definition.Strategy);
        writer.WriteNumber("keepBest", definition.KeepBest);
        writer.WriteNumber("maxAttempts", definition.MaxAttempts);
        writer.WriteNumber("evaluationRows", definition.EvaluationRows ?? 0);
        writer.WriteNumber("holdout", definition.Holdout);
        if (definition.Target is { } target)
        {
            writer.WriteString("target", target);
        }

        if (RuleSettings.Text(definition.Rules) is { } rules)
        {
            writer.WriteString("rules", rules);
        }

        if (SequenceSettings.Text(definition.Sequence) is { } sequence)
        {
            writer.WriteString("sequence", sequence);
        }

        WriteRanking(writer, definition);
        WritePlan(writer, definition.Plan);
        if (definition.Alternatives.Items is [var only])
        {
            // As it was written when there was always one.
            WriteGrid(writer, only);
            return;
        }

        writer.WriteStartArray("alternatives");
        foreach (Alternative alternative in definition.Alternatives.Items)
        {
            writer.WriteStartObject();
            WriteGrid(writer, alternative);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStrategy(Utf8JsonWriter writer, Strategy strategy)
    {
        if (strategy is GridStrategy)
        {
            // As it was written when it was the only one.
            writer.WriteString("strategy", "Grid");
            return;
        }

        writer.WriteStartObject("strategy");
        writer.WriteString("kind", strategy.Name);
        strategy.WriteValues(writer);
        writer.WriteEndObject();
    }

    // As they were written when there were four default scores: of those that came later, a weight is written where it is another than the default.
    private static bool IsWritten(Score score, double weight)
    {
        return score.IsDefault && !FirstDefaults.Contains(score) ? weight != ScoreWeights.Default[score] : weight > 0;
    }

    private static void WriteRanking(Utf8JsonWriter writer, SweepDefinition definition)
    {
        writer.WriteStartObject("weights");
        foreach (Score score in Score.All.Where(score => IsWritten(score, definition.Weights[score])))
        {
            writer.WriteNumber(score.Name, definition.Weights[score]);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("limits");
        foreach (ScoreLimit limit in definition.Limits.OrderBy(limit => limit.Score.Name, StringComparer.Ordinal))
        {
            writer.WriteStartObject(limit.Score.Name);
            WriteBound(writer, "min", limit.Minimum);
            WriteBound(writer, "max", limit.Maximum);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    // What a sweep does not say is left out, as it was before it could be said.
    private static void WritePlan(Utf8JsonWriter writer, SearchPlan plan)
    {
        if (plan.Rungs.Length > 1)
        {
            writer.WriteStartArray("rungs");
            foreach (Rung rung in plan.Rungs)
            {
                writer.WriteStartObject();
                writer.WriteNumber("seeds", rung.Seeds);
                writer.WriteNumber("share", rung.Share);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNumber("keep", plan.Keep);
        }

        if (plan.Stop is { } stop)
        {
            writer.WriteStartObject("stop");
            WriteBound(writer, "total", stop.Total);
            WriteBound(writer, "cohortsWithoutImprovement", stop.CohortsWithoutImprovement);
            writer.WriteEndObject();
        }

        if (plan.Confirm is { } confirm)
        {
            writer.WriteStartObject("confirm");
            writer.WriteNumber("top", confirm.Top);
            writer.WriteNumber("seeds", confirm.Seeds);
            writer.WriteEndObject();
        }

        if (!plan.Enqueued.IsEmpty)
        {
            writer.WriteStartArray("enqueue");
            foreach (Point point in plan.Enqueued)
            {
                writer.WriteRawValue(plan.Alternatives.ConfigurationAt(point).Json);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteBound(Utf8JsonWriter writer, string name, double? bound)
    {
        if (bound is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static void WriteGrid(Utf8JsonWriter writer, Alternative alternative)
    {
        writer.WritePropertyName("base");
        writer.WriteRawValue(alternative.Base.Json);
        writer.WriteStartObject("space");
        foreach (Axis axis in alternative.Axes)
        {
            writer.WritePropertyName(axis.Key.Name);
            axis.Write(writer);
        }

        writer.WriteEndObject();
    }
}
