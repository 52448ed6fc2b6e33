using GanSweep.Numerics.Elementary;

namespace GanSweep.Numerics.Distributions;

/// <summary>
/// The error function and its complement, within 2 parts in 10^15, in fixed operations: the rational approximations of W. J. Cody, "Rational Chebyshev approximations for the error function",
/// Mathematics of Computation 23 (1969) 631–637.
/// </summary>
internal static class ErrorFunction
{
    // Up to here the function itself is approximated, above it its complement.
    private const double Middle = 0.46875;

    private const double PerRootOfPi = 0.56418958354775628695;

    /// <summary>erf x, for x of 0 or more.</summary>
    public static double Of(double x)
    {
        if (x > Middle)
        {
            // From 6 on, 1 to the last bit.
            return x >= 6 ? 1 : 1 - (Exponential.Of(-x * x) * ScaledComplement(x));
        }

        double z = x * x;
        double numerator = (((((((1.85777706184603153e-1 * z) + 3.16112374387056560) * z) + 1.13864154151050156e2) * z) + 3.77485237685302021e2) * z) + 3.20937758913846947e3;
        double denominator = ((((((z + 2.36012909523441209e1) * z) + 2.44024637934444173e2) * z) + 1.28261652607737228e3) * z) + 2.84423683343917062e3;
        return x * numerator / denominator;
    }

    /// <summary>e^x² (1 − erf x), for x of 0 or more: a number that becomes no smaller than 1 / (√π x).</summary>
    public static double ScaledComplement(double x)
    {
        if (x <= Middle)
        {
            return Exponential.Of(x * x) * (1 - Of(x));
        }

        if (x <= 4)
        {
            double numerator = (2.15311535474403846e-8 * x) + 5.64188496988670089e-1;
            numerator = (numerator * x) + 8.88314979438837594;
            numerator = (numerator * x) + 6.61191906371416295e1;
            numerator = (numerator * x) + 2.98635138197400131e2;
            numerator = (numerator * x) + 8.81952221241769090e2;
            numerator = (numerator * x) + 1.71204761263407058e3;
            numerator = (numerator * x) + 2.05107837782607147e3;
            numerator = (numerator * x) + 1.23033935479799725e3;
            double denominator = x + 1.57449261107098347e1;
            denominator = (denominator * x) + 1.17693950891312499e2;
            denominator = (denominator * x) + 5.37181101862009858e2;
            denominator = (denominator * x) + 1.62138957456669019e3;
            denominator = (denominator * x) + 3.29079923573345963e3;
            denominator = (denominator * x) + 4.36261909014324716e3;
            denominator = (denominator * x) + 3.43936767414372164e3;
            denominator = (denominator * x) + 1.23033935480374942e3;
            return numerator / denominator;
        }

        double y = 1 / (x * x);
        double p = (((((((((1.63153871373020978e-2 * y) + 3.05326634961232344e-1) * y) + 3.60344899949804439e-1) * y) + 1.25781726111229246e-1) * y) + 1.60837851487422766e-2) * y)
            + 6.58749161529837803e-4;
        double q = ((((((((y + 2.56852019228982242) * y) + 1.87295284992346725) * y) + 5.27905102951428412e-1) * y) + 6.05183413124413191e-2) * y) + 2.33520497626869185e-3;
        return (PerRootOfPi - (y * p / q)) / x;
    }
}
