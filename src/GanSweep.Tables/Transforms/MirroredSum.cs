namespace GanSweep.Tables.Transforms;

/// <summary>Adds up from both ends inwards, so that mirrored terms have the mirrored sum, to the bit.</summary>
internal static class MirroredSum
{
    /// <summary>The sum of a term for each of 0 to <paramref name="count"/> − 1.</summary>
    public static double Of(int count, Func<int, double> term)
    {
        double sum = 0;
        for (int low = 0, high = count - 1; low <= high; low++, high--)
        {
            sum += low == high ? term(low) : term(low) + term(high);
        }

        return sum;
    }
}
