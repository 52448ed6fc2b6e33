using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Schema;

/// <summary>The JSON Schema of sweep.json, for editors: generated from the tables that the parser reads by.</summary>
public static class SweepSchema
{
    private const string SpaceReference = $"#/$defs/{SweepSettings.Space}";
    private const string ChoiceDescription = "the models. The other keys are those that all of them have.";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of <c>deploy/sweep.schema.json</c> (JSON Schema 2020-12), with a line feed at its end.</summary>
    /// <param name="models">The models that a sweep can train.</param>
    public static string Generate(ModelCatalog models)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteRoot(writer, models);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteRoot(Utf8JsonWriter writer, ModelCatalog models)
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("title", "GanSweep sweep.json");
        writer.WriteString(
            "description", "A sweep: generative models to train on one table and to rank by how close their synthetic rows are to the real ones.");
        WriteObject(writer, () =>
        {
            WriteSettings(writer, SweepSettings.All);
            WriteSection(
                writer, SweepSettings.Csv, "How the table's file is spelled, where that is not to be found out.", () => WriteSettings(writer, CsvSettings.All));
            WriteColumns(writer);
            WriteRules(writer);
            WriteSection(
                writer, SweepSettings.Sequence, "How the table's rows follow each other; left out, each stands by itself.", () => WriteSettings(writer, SequenceSettings.All), SequenceSettings.By.Name);
            WriteSection(
                writer, SweepSettings.Config, "Values that all runs share whose model has the key; not for keys of \"space\".", () => WriteFixedKeys(writer, models));
            WriteSpace(writer);
            WriteSearch(writer, models);
            WriteSection(writer, SweepSettings.Ranking, "What the leaderboard ranks by, and whom it excludes.", () => WriteRanking(writer));
        });
        writer.WriteStartArray("required");
        writer.WriteStringValue(SweepSettings.Name.Name);
        writer.WriteStringValue(SweepSettings.Dataset.Name);
        writer.WriteEndArray();
        WriteTypes(writer, models);
        writer.WriteEndObject();
    }

    private static void WriteSpace(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(SweepSettings.Space);
        writer.WriteString(
            "description", "Values to try, or ranges that a search draws from. Of a grid every combination is a configuration, the last key fastest. A list of such objects are alternatives.");
        writer.WriteStartArray("anyOf");
        writer.WriteStartObject();
        writer.WriteString("$ref", SpaceReference);
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", 1);
        writer.WriteNumber("maxItems", SpaceReader.MostAlternatives);
        writer.WriteStartObject("items");
        writer.WriteString("$ref", SpaceReference);
        writer.WriteNumber("minProperties", 1);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(SweepSettings.Columns);
        writer.WriteString("description", "What columns are, by their names, where that is not to be found out.");
        writer.WriteString("type", "object");
        writer.WriteStartObject("additionalProperties");
        writer.WriteStartArray("anyOf");
        writer.WriteStartObject();
        ColumnSettings.Kind.WriteType(writer);
        writer.WriteEndObject();
        writer.WriteStartObject();
        WriteObject(writer, () => WriteSettings(writer, ColumnSettings.All));
        writer.WriteStartArray("required");
        writer.WriteStringValue(ColumnSettings.Kind.Name);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(SweepSettings.Rules);
        writer.WriteString("description", "What holds in every row of the table, and so in every synthetic one.");
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", 1);
        writer.WriteNumber("maxItems", RuleSettings.MostRules);
        writer.WriteStartObject("items");
        RuleSettings.WriteSchema(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRanking(Utf8JsonWriter writer)
    {
        WriteSection(
            writer, RankingSettings.Weights, "Weights of the scores in the total; at least one above 0.",
            () => WriteSettings(writer, RankingSettings.WeightOf.Select(weight => weight.Setting)));
        WriteSection(writer, RankingSettings.Limits, "What scores must be for a run to be ranked.", () =>
        {
            foreach (Score score in Score.All)
            {
                WriteSection(writer, score.Name, $"Limits of: {score.Meaning}.", () => WriteSettings(writer, RankingSettings.Bounds));
            }
        });
    }

    private static void WriteSettings(Utf8JsonWriter writer, IEnumerable<Setting> settings)
    {
        foreach (Setting setting in settings)
        {
            writer.WriteStartObject(setting.Name);
            writer.WriteString("description", setting.Description);
            setting.WriteType(writer);
            setting.WriteDefault(writer);
            writer.WriteEndObject();
        }
    }

    private static void WriteFixedKeys(Utf8JsonWriter writer, ModelCatalog models)
    {
        WriteSettings(writer, [models.Choice.Setting]);
        foreach (ConfigurationKey key in models.Keys)
        {
            writer.WriteStartObject(key.Name);
            writer.WriteString("description", models.DescriptionOf(key));
            WriteReference(writer, key);
            if (models.HaveOneDefault(key))
            {
                key.Setting.WriteDefault(writer);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteLists(Utf8JsonWriter writer, ModelCatalog models)
    {
        foreach ((ConfigurationKey key, string description) in models.Keys.Select(key => (key, models.DescriptionOf(key))).Prepend((models.Choice, ChoiceDescription)))
        {
            writer.WriteStartObject(key.Name);
            writer.WriteString("description", $"Values to try: {description}");
            if (key.Ranges is { } ranges)
            {
                writer.WriteStartArray("anyOf");
                writer.WriteStartObject();
                WriteList(writer, key);
                writer.WriteEndObject();
                writer.WriteStartObject();
                ranges.WriteSchema(writer);
                writer.WriteEndObject();
                writer.WriteEndArray();
            }
            else
            {
                WriteList(writer, key);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ConfigurationKey key)
    {
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", 1);
        writer.WriteBoolean("uniqueItems", true);
        writer.WriteStartObject("items");
        WriteReference(writer, key);
        writer.WriteEndObject();
    }

    private static void WriteSearch(Utf8JsonWriter writer, ModelCatalog models)
    {
        foreach ((string name, string description, ImmutableArray<Setting> keys) in SearchSettings.Sections)
        {
            WriteSection(writer, name, description, () => WriteSettings(writer, keys));
        }

        writer.WriteStartObject(SearchSettings.Enqueue);
        writer.WriteString("description", SearchSettings.EnqueueDescription);
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", 1);
        writer.WriteNumber("maxItems", SearchSettings.MostEnqueued);
        writer.WriteStartObject("items");
        WriteObject(writer, () =>
        {
            foreach (ConfigurationKey key in models.Keys.Prepend(models.Choice))
            {
                writer.WriteStartObject(key.Name);
                WriteReference(writer, key);
                writer.WriteEndObject();
            }
        });
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter writer, ModelCatalog models)
    {
        writer.WriteStartObject("$defs");
        foreach (ConfigurationKey key in models.Keys.Prepend(models.Choice))
        {
            writer.WriteStartObject(key.Name);
            key.Setting.WriteType(writer);
            writer.WriteEndObject();
        }

        writer.WriteStartObject(SweepSettings.Space);
        WriteObject(writer, () => WriteLists(writer, models));
        writer.WriteEndObject();

        writer.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter writer, ConfigurationKey key)
    {
        writer.WriteString("$ref", $"#/$defs/{key.Name}");
    }

    private static void WriteSection(Utf8JsonWriter writer, string name, string description, Action writeProperties, string? required = null)
    {
        writer.WriteStartObject(name);
        writer.WriteString("description", description);
        WriteObject(writer, writeProperties);
        if (required is not null)
        {
            writer.WriteStartArray("required");
            writer.WriteStringValue(required);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter writer, Action writeProperties)
    {
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartObject("properties");
        writeProperties();
        writer.WriteEndObject();
    }
}
