using System.Reflection;
using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Scoring;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Schema;
using static GanSweep.Client.Tests.Reference.MarkdownTable;

namespace GanSweep.Client.Tests.Reference;

/// <summary>The tables of the documents, as the code says them.</summary>
internal static class ReferenceTables
{
    /// <summary>Each table in Markdown, by its name in the documents.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>
    {
        ["sweep keys"] = () => FromSchema(schema => schema.OfFile()),
        ["configuration keys"] = () => FromSchema(schema => schema.Of("config")),
        ["scores"] = Scores,
        ["verbs"] = CommandTables.Verbs,
        ["options"] = CommandTables.Options,
        ["exit codes"] = ExitCodes,
        ["silo options"] = SiloOptions,
    };

    private static string FromSchema(Func<SchemaTable, string> table)
    {
        using JsonDocument schema = JsonDocument.Parse(SweepSchema.Generate(Models.Catalog));
        return table(new SchemaTable(schema.RootElement));
    }

    private static string Scores()
    {
        return Write(["score", "is", "perfect", "in the total"], Score.All.Select(score => new[]
        {
            Code(score.Name),
            score.Meaning + (score.NeedsHoldout ? "; needs a `holdout`" : "") + (score.NeedsSequence ? "; needs a `sequence`" : ""),
            score.Aim switch { ScoreAim.Low => "0", ScoreAim.High => "1", _ => "as unseen rows" },
            score.IsDefault ? "yes" : score.CanBeRanked ? "if weighted" : "no",
        }));
    }

    private static string ExitCodes()
    {
        return Write(["code", "is"], Enum.GetValues<ExitCode>().Select(code => new[]
        {
            $"{(int)code}",
            XmlSummaries.Of(typeof(ExitCode).GetField($"{code}")!),
        }));
    }

    private static string SiloOptions()
    {
        IEnumerable<PropertyInfo> options = typeof(SiloOptions).GetProperties().Where(option => option.CanWrite);
        return Write(["option", "in the environment", "is"], options.Select(option => new[]
        {
            Code($"--{JsonNamingPolicy.CamelCase.ConvertName(option.Name)}"),
            Code($"GANSWEEP_{option.Name.ToUpperInvariant()}"),
            XmlSummaries.Of(option),
        }));
    }
}
