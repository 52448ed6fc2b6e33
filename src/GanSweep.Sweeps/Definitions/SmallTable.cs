using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;
using GanSweep.Tables.Text;

namespace GanSweep.Sweeps.Definitions;

/// <summary>What cannot be told from a table that has few rows.</summary>
public static class SmallTable
{
    private const int FewestRows = 20;
    private const int FewestHeldOut = 10;

    /// <summary>Whole sentences; none where there are rows enough.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="table">How large its table is.</param>
    public static IEnumerable<string> Notes(SweepDefinition sweep, TableSize table)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows < FewestRows)
        {
            yield return $"The table has {Amount.Of(table.Rows, "row")}. Of fewer than {FewestRows} a second sample would differ from it as much as most generators do: totals and ranks "
                + "are mostly luck. What still means something is whether values stay in range (outOfRange) and whether rows are copies (exactCopies).";
        }

        int heldOut = HoldoutSplit.CountOf(table.Rows, sweep.Holdout);
        if (heldOut is > 0 and < FewestHeldOut)
        {
            yield return $"{Amount.Of(heldOut, "row")} of {table.Rows} {(heldOut == 1 ? "is" : "are")} held out: too few to tell by closerToTraining and distanceToHoldout whether a "
                + "generator leans on the others. Hold out more, or none.";
        }
    }
}
