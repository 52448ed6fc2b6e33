using System.Collections.Immutable;
using GanSweep.Search.Domains;

namespace GanSweep.Search.Importance;

/// <summary>
/// How much each parameter has to do with which points are good: PED-ANOVA (S. Watanabe, A. Bansal and F. Hutter, "PED-ANOVA: Efficiently quantifying hyperparameter importance in arbitrary subspaces", IJCAI 2023). The best tenth of
/// the points is compared with all of them, parameter by parameter, by the Pearson divergence of their smoothed distributions over a grid. That takes no model of the values, and knows nothing of parameters that matter only together.
/// </summary>
public static class PedAnova
{
    // So that no ratio is of nothing.
    private const double Least = 1e-12;

    /// <summary>The share of each parameter; they sum to 1. All are the same if nothing tells them apart.</summary>
    /// <param name="parameters">The parameters of one alternative.</param>
    /// <param name="points">Points of it; those with a value that is not finite do not count.</param>
    /// <param name="values">How good they are, lower is better, <c>[points]</c>.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than points.</exception>
    public static ImmutableArray<double> Of(ImmutableArray<Parameter> parameters, IReadOnlyList<Point> points, IReadOnlyList<double> values)
    {
        if (points.Count != values.Count)
        {
            throw new ArgumentException($"There are {values.Count} values of {points.Count} points.", nameof(values));
        }

        int[] counted = [.. Enumerable.Range(0, points.Count).Where(i => double.IsFinite(values[i]))];
        double worstOfBest = counted.Length == 0 ? double.NegativeInfinity : counted.Select(i => values[i]).Order().ElementAt(((counted.Length + 9) / 10) - 1);
        int[] best = [.. counted.Where(i => values[i] <= worstOfBest)];
        double[] divergences =
            [.. parameters.Select((parameter, place) => DivergenceOf(parameter, best.Select(i => points[i].Values[place]), counted.Select(i => points[i].Values[place])))];
        double sum = divergences.Sum();
        return [.. divergences.Select(divergence => sum > 0 ? divergence / sum : 1.0 / divergences.Length)];
    }

    /// <summary>The Pearson divergence of the distribution of the best values from that of all.</summary>
    internal static double DivergenceOf(Parameter parameter, IEnumerable<double> best, IEnumerable<double> all)
    {
        double[] ofBest = DensityOf(parameter, best);
        double[] ofAll = DensityOf(parameter, all);
        double divergence = 0;
        for (int cell = 0; cell < ofAll.Length; cell++)
        {
            double expected = ofAll[cell] + Least;
            double ratio = ((ofBest[cell] + Least) / expected) - 1;
            divergence += expected * ratio * ratio;
        }

        return divergence;
    }

    /// <summary>The smoothed distribution of values over the cells of their parameter.</summary>
    internal static double[] DensityOf(Parameter parameter, IEnumerable<double> values)
    {
        int[] counts = ParameterGrid.CountsOf(parameter, values);
        return parameter is ChoiceParameter ? GridDensity.OfChoices(counts) : GridDensity.OfNumbers(counts);
    }
}
