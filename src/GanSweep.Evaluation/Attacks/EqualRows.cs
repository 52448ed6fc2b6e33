using GanSweep.Evaluation.Attacks.Rates;

namespace GanSweep.Evaluation.Attacks;

/// <summary>
/// Singling out among equally many training rows and rows that were not trained on: the mean over all draws of as many from the larger table, exactly. What fits
/// one row of many fits none of fewer, so rates of tables of different sizes do not compare.
/// </summary>
/// <param name="Rows">How many.</param>
/// <param name="Attack">Attacks on training rows.</param>
/// <param name="Control">The same attacks on rows that were not trained on.</param>
public sealed record EqualRows(int Rows, SuccessRate Attack, SuccessRate Control)
{
    /// <summary>What the attacks owe to training.</summary>
    public Risk Risk => Risk.Of(Attack, Control);
}
