using System.Collections.Immutable;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Windows;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Attacks;

/// <summary>Synthetic rows that follow each other, and the real ones that they are attacked by, which do too: what was trained on is told by rows and by stretches of them.</summary>
public sealed class AttackedSequence
{
    private readonly Comparison _comparison;
    private readonly int[] _order;
    private readonly bool _isFileOrder;

    /// <param name="whole">The real table, with rows that are neither trained on nor held out, if there are any.</param>
    /// <param name="split">What of it was trained on, and what was not, divided by <see cref="HoldoutSplit.Of"/> with the sequence or by <see cref="HoldoutSplit.InTime"/>.</param>
    /// <param name="sequence">How its rows follow each other. The column that says when they are is not looked at.</param>
    /// <param name="synthetic">The synthetic rows with the real columns, in their order; that which says when they are may be left out.</param>
    /// <param name="paths">The same rows as they follow each other; null where they do so as they stand, those of each group by themselves.</param>
    /// <exception cref="ArgumentException">Nothing is held out, or it is not known how the parts follow each other, or columns differ, or there are fewer than two rows.</exception>
    /// <exception cref="NonFiniteRowsException">The synthetic rows hold an infinity.</exception>
    public AttackedSequence(Table whole, HoldoutSplit split, RowSequence sequence, Table synthetic, SequencedTable? paths)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(sequence);
        if (split is { HeldOut: null } or { Order: null })
        {
            throw new ArgumentException("Of an attack in time rows are held out, and how both parts follow each other is known.", nameof(split));
        }

        (Table real, HoldoutSplit parts, RowSequence? order) = WithoutClock.Of(whole, split, sequence);
        RealSide side = new(real, parts, sequence: SequencedTable.Of(real, order!));
        _comparison = paths is null ? new Comparison(side, WithoutClock.Of(synthetic, sequence)) : new Comparison(side, WithoutClock.Of(paths, sequence));
        _order = split.OrderOf(sequence).Rows;
        _isFileOrder = sequence.IsFileOrder;
        AreLastHeldOut = split.Order.Blocks == 1;
    }

    /// <summary>Whether one stretch of each series is held out, so that where a table changes with time what is found may tell times apart.</summary>
    public bool AreLastHeldOut { get; }

    /// <summary>Studies rows, beside labels in stretches of time; null where fewer than ten are held out.</summary>
    /// <param name="cancellationToken">Gives up between two parts.</param>
    /// <param name="told">Is told how many of <see cref="MembershipStudy.Steps"/> are done.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MembershipStudy? StudyRows(CancellationToken cancellationToken, Action<long>? told = null)
    {
        MembershipStudy? study = MembershipStudy.Of(_comparison, cancellationToken, told);
        return study is null || _isFileOrder ? study : study with { Exposed = [.. study.Exposed.Select(record => record with { Row = _order[record.Row] })] };
    }

    /// <summary>
    /// Studies windows: training ones that share no row, and held-out ones, none of them across rows that were taken out, beside synthetic ones that begin at any row.
    /// </summary>
    /// <inheritdoc cref="StudyRows"/>
    public WindowStudy StudyWindows(CancellationToken cancellationToken, Action<long>? told = null)
    {
        RealWindows windows = RealWindows.On(_comparison.Real)!;
        int length = windows.Whole.Length;
        MembershipStudy? study = RealWindows.AsRows(_comparison) is { } asRows ? MembershipStudy.Of(asRows, cancellationToken, told) : null;
        return new WindowStudy(
            length,
            windows.Members.Length,
            windows.Others.Length,
            new RowWindows(_comparison.Sequence!, length).Count,
            study,
            study is null ? [] : [.. study.Exposed.Select(record => ImmutableArray.Create(_order, windows.Members[record.Row], length))]);
    }
}
