using System.Collections.Immutable;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Scoring;

/// <summary>
/// Scores synthetic tables against one real table. What scores need of the real side is computed once, when it is first asked for; scoring is
/// a pure function of the tables, gives the same bits on every processor, and may be called from several threads at a time.
/// </summary>
/// <param name="table">The whole real table, of at least two rows without infinities: what fidelity is measured against.</param>
/// <param name="split">What of it is trained on, and what is held out; null if all is trained on.</param>
/// <param name="target">The column that <see cref="Scoring.Score.Utility"/> is about; without one there is no such score.</param>
/// <param name="sequence">
/// How the table's rows follow each other; without it there are no scores of time. The column that says when they are is no part of what is scored. The rows of a synthetic table follow each other as they stand there, group by group.
/// </param>
/// <exception cref="ArgumentException">
/// The table has fewer than two rows, or a cell that is infinite or none of its column's levels, or no column of the target's name or of the sequence.
/// </exception>
public sealed class TableScorer(Table table, HoldoutSplit? split = null, string? target = null, RowSequence? sequence = null)
{
    private readonly RealSide _real = SideOf(table, split ?? new HoldoutSplit(table, null), target, sequence);

    /// <summary>Every score there is, with the total by equal weights of the default ones: what stands beside a run on the leaderboard.</summary>
    /// <param name="synthetic">A table with the real table's columns, in its order, of at least two rows; a column may have more levels, behind the real ones.</param>
    /// <param name="secondSample">What the scores are divided by for <see cref="Scoring.Score.Total"/>.</param>
    /// <exception cref="NonFiniteRowsException">The synthetic table holds an infinity.</exception>
    /// <exception cref="ArgumentException">The columns differ from the real table's, or there are fewer than two rows, or a cell is none of its column's levels.</exception>
    public Scores Score(Table synthetic, Scores secondSample)
    {
        return Score(synthetic, Scoring.Score.All).WithTotal(secondSample);
    }

    /// <summary>Some scores alone, without a total.</summary>
    /// <param name="synthetic">A table with the real table's columns, in its order, of at least two rows; a column may have more levels, behind the real ones.</param>
    /// <param name="scores">Which.</param>
    /// <inheritdoc cref="Score(Table, Scores)" path="/exception"/>
    public Scores Score(Table synthetic, ImmutableArray<Score> scores)
    {
        return Scores.Of(new Comparison(_real, WithoutClock.Of(synthetic, sequence)), scores);
    }

    /// <summary>Some scores alone, without a total, of rows that follow each other as it is said of them.</summary>
    /// <param name="synthetic">A table as for the others, of a scorer that was told how the real rows follow each other.</param>
    /// <param name="scores">Which.</param>
    /// <inheritdoc cref="Score(Table, Scores)" path="/exception"/>
    public Scores Score(SequencedTable synthetic, ImmutableArray<Score> scores)
    {
        ArgumentNullException.ThrowIfNull(synthetic);
        return Scores.Of(new Comparison(_real, WithoutClock.Of(synthetic, sequence)), scores);
    }

    /// <summary>The scores of every column by itself, in the table's order, without that which says when rows are.</summary>
    /// <inheritdoc cref="Score(Table, Scores)" path="/param[@name='synthetic']"/>
    /// <inheritdoc cref="Score(Table, Scores)" path="/exception"/>
    public ImmutableArray<ColumnScores> ScoreColumns(Table synthetic)
    {
        return ColumnScores.Of(new Comparison(_real, WithoutClock.Of(synthetic, sequence)));
    }

    private static RealSide SideOf(Table table, HoldoutSplit split, string? target, RowSequence? sequence)
    {
        ArgumentNullException.ThrowIfNull(table);
        (Table real, HoldoutSplit parts, RowSequence? order) = WithoutClock.Of(table, split, sequence);
        return new RealSide(real, parts, target, order is null ? null : SequencedTable.Of(real, order));
    }
}
