using System.Collections.Immutable;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Reporting.Inputs;

/// <summary>
/// What of the two tables is shown: of more than thirty columns those that are farthest apart, and in figures of more than ten thousand rows as
/// many evenly spaced ones. However large the tables, a page takes seconds and can be opened.
/// </summary>
internal sealed record ShownTables
{
    /// <summary>The most columns.</summary>
    public const int MostColumns = 30;

    /// <summary>What is said of the column by which rows are sorted where it would stand among others.</summary>
    public const string NotLearnt = "not learnt: the column rows are sorted by";

    private const int MostRows = 10_000;

    private ShownTables()
    {
    }

    /// <summary>The real table's columns that are shown, all rows; the farthest first where there are more.</summary>
    public required Table Real { get; init; }

    /// <summary>The synthetic table's.</summary>
    public required Table Synthetic { get; init; }

    /// <summary>Rows of <see cref="Real"/> for figures.</summary>
    public required Table RealRows { get; init; }

    /// <summary>Rows of <see cref="Synthetic"/> for figures.</summary>
    public required Table SyntheticRows { get; init; }

    /// <summary>Every column's scores, the farthest first, if not all are shown; else none.</summary>
    public required ImmutableArray<ColumnScores> Ranking { get; init; }

    /// <summary>What a reader must know: that not all is shown. Null if it is.</summary>
    public string? Note { get; private init; }

    /// <summary>The column by which rows are sorted, which is left out: how it is distributed says nothing of a generator. Null if there is none.</summary>
    public string? SortedBy { get; private init; }

    /// <summary>That it is left out; null if there is none.</summary>
    public string? SortedByNote => SortedBy is null ? null : $"Without {SortedBy}, which is {NotLearnt}.";

    /// <summary>Chooses.</summary>
    /// <param name="real">The real table.</param>
    /// <param name="synthetic">The synthetic one, with the same columns.</param>
    /// <param name="sequence">How rows follow each other; null if they do not.</param>
    public static ShownTables Of(Table real, Table synthetic, RowSequence? sequence)
    {
        (real, synthetic) = (WithoutClock.Of(real, sequence), WithoutClock.Of(synthetic, sequence));
        ImmutableArray<ColumnScores> ranking = real.ColumnCount <= MostColumns ? [] :
            [
                .. new TableScorer(real).ScoreColumns(synthetic)
                    .OrderByDescending(column => column.Js)
                    .ThenByDescending(column => 1 - column.KsComplement ?? column.CategoryGap),
            ];
        int[] columns = ranking.IsEmpty
            ? [.. Enumerable.Range(0, real.ColumnCount)]
            : [.. ranking.Take(MostColumns).Select(column => IndexOf(real, column.Name))];
        (Table shownReal, Table shownSynthetic) = (real.Of(columns), synthetic.Of(columns));
        List<string> notes = [];
        if (!ranking.IsEmpty)
        {
            notes.Add($"The {MostColumns} of {real.ColumnCount:N0} columns that are farthest apart, the farthest first.");
        }

        if (real.RowCount > MostRows || synthetic.RowCount > MostRows)
        {
            notes.Add($"Of {Math.Max(real.RowCount, synthetic.RowCount):N0} rows, {MostRows:N0} evenly spaced ones.");
        }

        return new ShownTables
        {
            Real = shownReal,
            Synthetic = shownSynthetic,
            RealRows = shownReal.Thinned(MostRows),
            SyntheticRows = shownSynthetic.Thinned(MostRows),
            Ranking = ranking,
            SortedBy = sequence is { IsFileOrder: false } ? sequence.By : null,
            Note = notes.Count == 0 ? null : string.Join(' ', notes),
        };
    }

    private static int IndexOf(Table table, string name)
    {
        return Enumerable.Range(0, table.ColumnCount).First(column => table.ColumnNames[column] == name);
    }
}
