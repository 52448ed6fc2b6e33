using GanSweep.Evaluation.Columns;

namespace GanSweep.Evaluation.Studies;

/// <summary>What a finding is where there is nothing to find, over random labels.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Low">Its 5 % quantile.</param>
/// <param name="High">Its 95 % quantile.</param>
public sealed record MembershipRange(double Mean, double Low, double High)
{
    /// <summary>The range of some values.</summary>
    internal static MembershipRange Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new MembershipRange(sorted.Average(), Quantile.OfSorted(sorted, 1, 20), Quantile.OfSorted(sorted, 19, 20));
    }
}
