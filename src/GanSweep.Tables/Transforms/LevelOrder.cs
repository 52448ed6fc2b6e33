namespace GanSweep.Tables.Transforms;

/// <summary>
/// Places levels on a line so that those whose rows are alike stand together, and a number that is a little off still says a level of its kind. Levels are
/// parted in two along the direction in which they differ most, and the parts again (principal direction divisive partitioning, Boley 1998), each part turned so
/// that it goes on as the whole does.
/// </summary>
internal static class LevelOrder
{
    // The direction need not be exact: what it decides is a place among neighbours.
    private const int Iterations = 12;

    /// <summary>Orders levels.</summary>
    /// <param name="profiles">What the rows of each are like, <c>[levels][figures]</c>.</param>
    /// <param name="weights">The rows of each, at least one.</param>
    /// <returns>The numbers of the levels in their order. Of those that are alike, the one given first stands first.</returns>
    public static int[] Of(double[][] profiles, int[] weights)
    {
        int[] order = [.. Enumerable.Range(0, profiles.Length)];
        Part(order, new double[profiles.Length], profiles, weights);
        return order;
    }

    // `places` has how far each level is along the direction of the whole that these are a part of, and gets how far it is along their own.
    private static void Part(Span<int> levels, double[] places, double[][] profiles, int[] weights)
    {
        if (levels.Length < 2 || DirectionOf(levels, profiles, weights) is not { } direction)
        {
            return;
        }

        double[] along = new double[levels.Length];
        (double rows, double mean, double before, double together) = (0, 0, 0, 0);
        for (int at = 0; at < levels.Length; at++)
        {
            int weight = weights[levels[at]];
            along[at] = Product(direction, profiles[levels[at]]);
            rows += weight;
            mean += weight * along[at];
            before += weight * places[levels[at]];
            together += weight * along[at] * places[levels[at]];
        }

        // A direction has no beginning: it goes as that of the whole does.
        double sign = together < mean * before / rows ? -1 : 1;
        (double Along, int Level)[] sorted = new (double, int)[levels.Length];
        for (int at = 0; at < levels.Length; at++)
        {
            sorted[at] = (sign * (along[at] - (mean / rows)), levels[at]);
            places[levels[at]] = sorted[at].Along;
        }

        Array.Sort(sorted);
        for (int at = 0; at < levels.Length; at++)
        {
            levels[at] = sorted[at].Level;
        }

        int cut = CutOf(sorted, weights, rows);
        Part(levels[..cut], places, profiles, weights);
        Part(levels[cut..], places, profiles, weights);
    }

    // Where the means of the two sides are farthest apart, each by its rows: the two clusters of least variance.
    private static int CutOf((double Along, int Level)[] sorted, int[] weights, double rows)
    {
        (int cut, double most) = (1, -1);
        (double passed, double sum) = (0, 0);
        for (int at = 1; at < sorted.Length; at++)
        {
            int weight = weights[sorted[at - 1].Level];
            passed += weight;
            sum += weight * sorted[at - 1].Along;

            // All that is along the direction adds up to nothing, so the sum of one side tells the mean of the other.
            double between = sum * sum * rows / (passed * (rows - passed));
            if (between > most)
            {
                (cut, most) = (at, between);
            }
        }

        return cut;
    }

    // The direction in which the levels differ most, by the power method; null if they do not.
    private static double[]? DirectionOf(ReadOnlySpan<int> levels, double[][] profiles, int[] weights)
    {
        int figures = profiles[levels[0]].Length;
        double[] mean = new double[figures];
        double rows = 0;
        foreach (int level in levels)
        {
            Add(mean, weights[level], profiles[level]);
            rows += weights[level];
        }

        for (int figure = 0; figure < figures; figure++)
        {
            mean[figure] /= rows;
        }

        // From the level that is farthest from the others.
        double[]? direction = null;
        double farthest = 0;
        foreach (int level in levels)
        {
            double[] off = [.. profiles[level].Zip(mean, (value, middle) => value - middle)];
            double far = weights[level] * Product(off, off);
            if (far > farthest)
            {
                (direction, farthest) = (off, far);
            }
        }

        for (int iteration = 0; direction is not null && iteration < Iterations; iteration++)
        {
            double[] next = new double[figures];
            double middle = Product(direction, mean);
            foreach (int level in levels)
            {
                double weight = weights[level] * (Product(direction, profiles[level]) - middle);
                Add(next, weight, profiles[level]);
            }

            double length = Math.Sqrt(Product(next, next));
            if (!(length > 0))
            {
                break;
            }

            direction = [.. next.Select(value => value / length)];
        }

        return direction;
    }

    private static double Product(double[] left, double[] right)
    {
        double sum = 0;
        for (int figure = 0; figure < left.Length; figure++)
        {
            sum += left[figure] * right[figure];
        }

        return sum;
    }

    private static void Add(double[] sum, double weight, double[] values)
    {
        for (int figure = 0; figure < sum.Length; figure++)
        {
            sum[figure] += weight * values[figure];
        }
    }
}
