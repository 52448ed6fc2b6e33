namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>
/// The lowest point of a function near a start, without its slopes: Nelder and Mead, "A simplex method for function minimization", The Computer Journal 7, 1965,
/// with their coefficients. The same function and start give the same point to the bit.
/// </summary>
internal static class SimplexSearch
{
    private const int MostSteps = 400;

    /// <summary>Searches.</summary>
    /// <param name="function">A function without NaN.</param>
    /// <param name="start">Where the search begins.</param>
    /// <param name="size">How far the first simplex reaches from there, in every direction.</param>
    /// <param name="tolerance">The search ends when the function differs by no more over the simplex.</param>
    public static double[] Minimum(Func<double[], double> function, double[] start, double size, double tolerance)
    {
        (double[] Point, double Value)[] simplex =
        [
            .. Enumerable.Range(-1, start.Length + 1).Select(moved => start.Select((x, i) => i == moved ? x + size : x).ToArray()).Select(point => (point, function(point))),
        ];
        for (int step = 0; step < MostSteps; step++)
        {
            // Of equal values the earlier point stays before the later one.
            simplex = [.. simplex.OrderBy(corner => corner.Value)];
            (double[] worst, double highest) = simplex[^1];
            if (highest - simplex[0].Value <= tolerance)
            {
                break;
            }

            double[] centre = [.. Enumerable.Range(0, start.Length).Select(i => simplex[..^1].Sum(corner => corner.Point[i]) / start.Length)];
            (double[] Point, double Value) Along(double share)
            {
                double[] point = [.. centre.Select((x, i) => x + (share * (worst[i] - x)))];
                return (point, function(point));
            }

            (double[] Point, double Value) reflected = Along(-1);
            if (reflected.Value < simplex[0].Value)
            {
                (double[] Point, double Value) expanded = Along(-2);
                simplex[^1] = expanded.Value < reflected.Value ? expanded : reflected;
                continue;
            }

            if (reflected.Value < simplex[^2].Value)
            {
                simplex[^1] = reflected;
                continue;
            }

            (double[] Point, double Value) contracted = Along(reflected.Value < highest ? -0.5 : 0.5);
            if (contracted.Value < Math.Min(reflected.Value, highest))
            {
                simplex[^1] = contracted;
                continue;
            }

            double[] best = simplex[0].Point;
            for (int corner = 1; corner < simplex.Length; corner++)
            {
                double[] point = [.. simplex[corner].Point.Select((x, i) => (x + best[i]) / 2)];
                simplex[corner] = (point, function(point));
            }
        }

        return simplex.MinBy(corner => corner.Value).Point;
    }
}
