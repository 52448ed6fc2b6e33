using System.CommandLine;
using GanSweep.Services.Errors;
using GanSweep.Services.Submissions;
using GanSweep.Settings.Reading;
using GanSweep.Tables.Options;

namespace GanSweep.Client.CommandLine;

/// <summary><c>--column</c> and <c>--csv</c>: what a person says of a table for which nobody wrote a sweep.json.</summary>
internal sealed class ReadingOptions
{
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
        return new ReadingPairs(_columns.Name, _csv.Name).Read(parsed.GetValue(_columns) ?? [], parsed.GetValue(_csv) ?? []);
    }
}
