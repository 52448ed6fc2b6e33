namespace GanSweep.Numerics.Elementary;

/// <summary>Whole powers with the same bits on every processor: multiplications alone, in a fixed order.</summary>
public static class Power
{
    /// <summary>x^n by repeated squaring, within n ulp; 1 for n = 0.</summary>
    /// <param name="x">x, at most 1 in absolute value.</param>
    /// <param name="n">n, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public static double Of(double x, long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        double power = 1;
        for (long rest = n; rest > 0; rest >>= 1, x *= x)
        {
            power = (rest & 1) == 1 ? power * x : power;
        }

        return power;
    }
}
