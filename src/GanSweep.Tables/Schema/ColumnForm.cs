using System.Text.Json.Serialization;

namespace GanSweep.Tables.Schema;

/// <summary>How a column's cells are spelled.</summary>
/// <param name="Name">The column's name.</param>
public sealed record ColumnForm(string Name)
{
    /// <summary>The most decimals that all numbers of a column are taken to have: with more, not all of them are what a double holds.</summary>
    public const int MostDecimals = 15;

    /// <summary>The most letters of a number or a date: no longer cell is read as one.</summary>
    public const int MostLetters = 512;

    /// <summary>What a missing cell says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Missing { get; init; }

    /// <summary>How many decimals every number has; null where they differ: then as many as it needs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int? Decimals { get; init; }

    /// <summary>Whether whole numbers among others have a decimal, 5.0, as Python writes them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasPoint { get; init; }

    /// <summary>What groups the thousands of a number; null if nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public char? Thousands { get; init; }

    /// <summary>What stands before every number, a currency's sign.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Prefix { get; init; }

    /// <summary>What stands behind every number: a percent sign, which leaves the number as it is, or a currency's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Suffix { get; init; }

    /// <summary>Whether numbers below zero stand in brackets, not behind a minus.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasBrackets { get; init; }

    /// <summary>The format of a date, in .NET's letters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? DateFormat { get; init; }

    /// <summary>How keys look, of a column that only tells rows apart; null for any other. It is no part of the table, and is made anew.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public KeyForm? Key { get; init; }
}
