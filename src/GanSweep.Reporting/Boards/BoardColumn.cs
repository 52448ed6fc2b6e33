using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Boards;

/// <summary>A column of a leaderboard: what it is called, and what it says of a run.</summary>
public sealed class BoardColumn
{
    private readonly Func<LeaderboardRow, double?>? _number;
    private readonly Func<LeaderboardRow, string> _text;

    internal BoardColumn(string name, Func<LeaderboardRow, string> text, Func<LeaderboardRow, double?>? number = null)
    {
        (Name, _text, _number) = (name, text, number);
    }

    /// <summary>Its name: a key, a score, or what else is known of a run.</summary>
    public string Name { get; }

    /// <summary>Whether its cells stand to the right.</summary>
    public bool IsNumber => _number is not null;

    /// <summary>Whether it is a key of the configuration, which runs can be chosen by.</summary>
    public bool IsKey { get; init; }

    /// <summary>What it says of a run, as it is shown.</summary>
    public string TextOf(LeaderboardRow row)
    {
        return _text(row);
    }

    /// <summary>What it says of a run, as a number; null if it is none.</summary>
    public double? NumberOf(LeaderboardRow row)
    {
        return _number is not null
            ? _number(row)
            : double.TryParse(_text(row), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }

    /// <summary>The heading around what a page makes of the name.</summary>
    public Markup Heading(Markup name)
    {
        return IsNumber ? Markup.Of($"<th scope=\"col\" class=\"number\">{name}</th>") : Markup.Of($"<th scope=\"col\">{name}</th>");
    }

    /// <summary>The heading.</summary>
    public Markup Heading()
    {
        return Heading(Cell.Breaking(Name));
    }

    /// <summary>The cell of a run.</summary>
    public Markup CellOf(LeaderboardRow row)
    {
        return IsNumber ? Cell.Number(_text(row)) : Cell.Text(_text(row));
    }
}
