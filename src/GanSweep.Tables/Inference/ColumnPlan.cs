using System.Collections.Immutable;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Inference;

/// <summary>What a column is taken for, and how its cells are read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it is taken for.</param>
/// <param name="Why">Why, in a few words.</param>
/// <param name="Observer">What was seen of it; null if nothing was looked at.</param>
internal sealed record ColumnPlan(string Name, ColumnRole Role, string Why, ColumnObserver? Observer)
{
    /// <summary>What it is in the table; null if it is no part of it.</summary>
    public ColumnSchema? Schema { get; init; }

    /// <summary>How it is written; null if it is not.</summary>
    public ColumnForm? Form { get; init; }

    /// <summary>How its numbers are spelled.</summary>
    public NumberStyle Style { get; init; } = NumberStyle.All[0];

    /// <summary>The format of its dates.</summary>
    public DateFormat? Date { get; init; }

    /// <summary>Whether its user says so.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Whether its values are those that were seen already.</summary>
    public bool IsRead => Schema is { Kind: ColumnKind.Number } && Observer?.Values is not null && Style == NumberStyle.All[0]
        && !(IsGiven && Role == ColumnRole.Whole);

    /// <summary>What is written of the columns of a file; empty if that is the table as it is.</summary>
    /// <param name="plans">What they are.</param>
    /// <param name="forms">How they are spelled; null of those that are not written.</param>
    public static ImmutableArray<ColumnForm> FormsOf(ColumnPlan[] plans, ColumnForm?[] forms)
    {
        bool areAsTheyAre = plans.Zip(forms).All(column => column.First.Schema is null == column.Second is null && (column.Second is null || column.Second == new ColumnForm(column.First.Name)));
        return areAsTheyAre ? [] : [.. forms.OfType<ColumnForm>()];
    }
}
