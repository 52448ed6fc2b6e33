using System.Collections.Immutable;
using GanSweep.Tables.Schema;
using Superpower;
using Superpower.Model;

namespace GanSweep.Tables.Filters;

/// <summary>
/// Rows that are asked for: <c>sex = female and age >= 60</c>. Conditions are a column, one of = != &lt; &lt;= &gt; &gt;=, and a value; <c>city in (Bern, Oslo)</c>;
/// <c>age is missing</c>, <c>age is not missing</c>. They are joined by <c>and</c>, <c>or</c>, <c>not</c> and brackets, <c>and</c> before <c>or</c>. Names and
/// values with other letters than words have stand in single or double quotes. A missing cell fulfils no comparison, so it is among the rows of
/// <c>not age > 5</c>.
/// </summary>
public sealed class RowFilter
{
    private readonly Func<Table, int, bool> _fits;

    private RowFilter(Func<Table, int, bool> fits)
    {
        _fits = fits;
    }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="schema">The columns of the rows.</param>
    /// <param name="form">How their file is spelled: dates and decimal marks are read as they stand there, or in their plain form.</param>
    /// <exception cref="RowFilterException">It is none, or speaks of a column, a level or a value that there is not.</exception>
    public static RowFilter Parse(string text, ImmutableArray<ColumnSchema> schema, TableForm form)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(form);
        Result<TokenList<FilterToken>> tokens = FilterGrammar.Tokens.TryTokenize(text);
        if (!tokens.HasValue)
        {
            throw Misread(text, tokens.ErrorPosition, tokens.Remainder.ToStringValue(), "a name, a value, a comparison or a bracket");
        }

        TokenListParserResult<FilterToken, Condition> condition = FilterGrammar.Whole.TryParse(tokens.Value);
        if (!condition.HasValue)
        {
            string rest = condition.Remainder.IsAtEnd ? string.Empty : condition.Remainder.First().ToStringValue();
            throw Misread(text, condition.ErrorPosition, rest, condition.Expectations is { Length: > 0 } expected ? string.Join(" or ", expected.Distinct()) : "a condition");
        }

        return new RowFilter(condition.Value.Bind(new FilterColumns(schema, form)));
    }

    /// <summary>The numbers, from 0, of the rows that it fits.</summary>
    public int[] Fitting(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. Enumerable.Range(0, rows.RowCount).Where(row => _fits(rows, row))];
    }

    private static RowFilterException Misread(string text, Position position, string rest, string expected)
    {
        string where = rest.Length == 0 || !position.HasValue ? "at its end" : $"at character {position.Column}, \"{Text.Unprintable.Escaped(rest)}\"";
        return new RowFilterException(
            $"\"{Text.Unprintable.Escaped(text)}\" is not a condition: {where}, {expected} is expected. Write it like: sex = female and age >= 60. "
            + "Names and values of several words stand in quotes.");
    }
}
