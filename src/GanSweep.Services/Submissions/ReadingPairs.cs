using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GanSweep.Services.Errors;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables.Options;

namespace GanSweep.Services.Submissions;

/// <summary>What a person says of a table for which nobody wrote a sweep.json, pair by pair: <c>NAME=KIND</c> of columns, <c>KEY=VALUE</c> of how it is spelled.</summary>
/// <param name="columnName">What messages call a pair of a column: <c>--column</c>.</param>
/// <param name="csvName">What they call a pair of the spelling: <c>--csv</c>.</param>
public sealed class ReadingPairs(string columnName, string csvName)
{
    private const string Missing = "missing";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was said; null if nothing was.</summary>
    /// <exception cref="WrongInputException">It is not a name and a value, or is said twice.</exception>
    /// <exception cref="InvalidSettingsException">A value is not allowed.</exception>
    public ReadOptions? Read(IEnumerable<string> columns, IEnumerable<string> csv)
    {
        JsonObject spelling = [];
        foreach ((string key, string value) in csv.Select(text => PairOf(text, text.IndexOf('=', StringComparison.Ordinal), $"{csvName} {text} is not KEY=VALUE, such as {csvName} missing=-200.")))
        {
            if (key == Missing)
            {
                spelling[key] ??= new JsonArray();
                spelling[key]!.AsArray().Add(value);
            }
            else
            {
                DemandOnce(spelling, key, csvName);
                spelling[key] = value is "true" or "false" ? value == "true" : value;
            }
        }

        // A column's name may hold the sign; a kind does not.
        JsonObject kinds = [];
        foreach ((string name, string kind) in columns.Select(text => PairOf(text, text.LastIndexOf('='), $"{columnName} {text} is not NAME=KIND, such as {columnName} Name=drop.")))
        {
            DemandOnce(kinds, name, columnName);
            kinds[name] = kind;
        }

        JsonObject said = [];
        Add(said, "csv", spelling);
        Add(said, "columns", kinds);
        return said.Count == 0 ? null : SweepDefinition.ParseReading(said.ToJsonString(Json));
    }

    private static (string Name, string Value) PairOf(string text, int at, string complaint)
    {
        return at > 0 ? (text[..at], text[(at + 1)..]) : throw new WrongInputException(complaint);
    }

    private static void DemandOnce(JsonObject section, string name, string option)
    {
        if (section.ContainsKey(name))
        {
            throw new WrongInputException($"{option} says twice what {name} is; keep one.");
        }
    }

    private static void Add(JsonObject said, string name, JsonObject section)
    {
        if (section.Count > 0)
        {
            said[name] = section;
        }
    }
}
