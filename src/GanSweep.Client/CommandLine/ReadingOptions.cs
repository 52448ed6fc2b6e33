using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GanSweep.Client.Errors;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables.Options;

namespace GanSweep.Client.CommandLine;

/// <summary><c>--column</c> and <c>--csv</c>: what a person says of a table for which nobody wrote a sweep.json.</summary>
internal sealed class ReadingOptions
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Option<string[]> _columns = new("--column")
    {
        Description = "What a column is, where that is not to be found out: number, whole, category, boolean, date, id, constant or drop. May be repeated.",
        HelpName = "NAME=KIND",
    };

    private readonly Option<string[]> _csv = new("--csv")
    {
        Description = "How the file is spelled, where that is not to be found out: delimiter, decimal, missing, encoding or header. May be repeated.",
        HelpName = "KEY=VALUE",
    };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_columns);
        verb.Options.Add(_csv);
    }

    /// <summary>What was said; null if nothing was.</summary>
    /// <exception cref="WrongInputException">It is not a name and a value, or is said twice.</exception>
    /// <exception cref="InvalidSettingsException">A value is not allowed.</exception>
    public ReadOptions? Read(ParseResult parsed)
    {
        JsonObject csv = [];
        foreach ((string key, string value) in Pairs(parsed.GetValue(_csv), "--csv", "KEY=VALUE"))
        {
            if (key == "missing")
            {
                csv[key] ??= new JsonArray();
                csv[key]!.AsArray().Add(value);
            }
            else
            {
                ThrowIfSaid(csv, key, "--csv");
                csv[key] = value is "true" or "false" ? value == "true" : value;
            }
        }

        JsonObject columns = [];
        foreach ((string name, string kind) in Pairs(parsed.GetValue(_columns), "--column", "NAME=KIND"))
        {
            ThrowIfSaid(columns, name, "--column");
            columns[name] = kind;
        }

        JsonObject said = [];
        Add(said, "csv", csv);
        Add(said, "columns", columns);
        return said.Count == 0 ? null : SweepDefinition.ParseReading(said.ToJsonString(Json));
    }

    private static void ThrowIfSaid(JsonObject section, string name, string option)
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

    // A column's name may hold the sign; a kind, or a value, does not.
    private static IEnumerable<(string Name, string Value)> Pairs(string[]? texts, string option, string form)
    {
        foreach (string text in texts ?? [])
        {
            int at = option == "--csv" ? text.IndexOf('=', StringComparison.Ordinal) : text.LastIndexOf('=');
            yield return at > 0
                ? (text[..at], text[(at + 1)..])
                : throw new WrongInputException($"{option} {text} is not {form}, such as {option} {(option == "--csv" ? "missing=-200" : "Name=drop")}.");
        }
    }
}
