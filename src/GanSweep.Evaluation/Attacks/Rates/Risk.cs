namespace GanSweep.Evaluation.Attacks.Rates;

/// <summary>
/// What an attack owes to training: (attack − control) / (1 − control), the part of what fails on unseen rows that succeeds on training rows (Giomi et al.,
/// "A unified framework for quantifying privacy risk in synthetic data", 2023). Its interval is propagated from those of both rates; all of it within 0 to 1.
/// </summary>
/// <param name="Value">The risk, 0 to 1.</param>
/// <param name="Low">The lower end of its interval at 95 %.</param>
/// <param name="High">The upper end.</param>
public sealed record Risk(double Value, double Low, double High)
{
    /// <summary>The risk of two rates.</summary>
    /// <param name="attack">Attacks on training rows.</param>
    /// <param name="control">The same attacks on rows that were not trained on.</param>
    public static Risk Of(SuccessRate attack, SuccessRate control)
    {
        ArgumentNullException.ThrowIfNull(attack);
        ArgumentNullException.ThrowIfNull(control);

        // Wilson's middle is below 1, whatever succeeds.
        double failing = 1 - control.Value;
        double value = (attack.Value - control.Value) / failing;
        double ofAttack = attack.HalfWidth / failing;
        double ofControl = control.HalfWidth * (1 - attack.Value) / (failing * failing);
        double halfWidth = Math.Sqrt((ofAttack * ofAttack) + (ofControl * ofControl));
        return new Risk(Within(value), Within(value - halfWidth), Within(value + halfWidth));
    }

    private static double Within(double risk)
    {
        return Math.Clamp(risk, 0, 1);
    }
}
