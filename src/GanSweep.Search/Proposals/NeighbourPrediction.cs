using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;

namespace GanSweep.Search.Proposals;

/// <summary>
/// What a point's value will be, as far as its three nearest observations tell: the mean of theirs, at the lowest of their rungs. A point in an alternative of which nothing is known is taken for the worst there is. Distances are Euclidean, in
/// shares of the ranges (of the logarithms, where a number is logarithmic), and 1 between two choices.
/// </summary>
internal sealed class NeighbourPrediction
{
    private const int Neighbours = 3;

    private readonly SearchDomain _domain;
    private readonly ImmutableArray<Alternative> _alternatives;

    /// <summary>Prepares predictions from observations.</summary>
    public NeighbourPrediction(SearchDomain domain, IReadOnlyList<Observation> observed)
    {
        _domain = domain;
        List<Observation>[] of = [.. domain.Alternatives.Select(_ => new List<Observation>())];
        foreach (Observation observation in observed)
        {
            of[observation.Point.Alternative].Add(observation);
        }

        _alternatives = [.. of.Select((own, alternative) => new Alternative([.. own], Columns(domain.Alternatives[alternative], own)))];
    }

    /// <summary>The point with the value that is to be expected of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Observation Of(Point point)
    {
        ImmutableArray<Parameter> parameters = _domain.Alternatives[point.Alternative];
        (Observation[] observed, double[][] columns) = _alternatives[point.Alternative];
        double[] distances = new double[observed.Length];
        for (int parameter = 0; parameter < columns.Length; parameter++)
        {
            double at = ShareOf(parameters[parameter], point.Values[parameter]);
            double[] column = columns[parameter];
            bool isChoice = parameters[parameter] is ChoiceParameter;
            for (int i = 0; i < distances.Length; i++)
            {
                double distance = at - column[i];
                distances[i] += isChoice ? distance == 0 ? 0 : 1 : distance * distance;
            }
        }

        int[] nearest = NearestOf(distances);
        double sum = 0;
        int rung = int.MaxValue;
        foreach (int i in nearest)
        {
            sum += observed[i].Value;
            rung = Math.Min(rung, observed[i].Rung);
        }

        return nearest.Length == 0 ? new Observation(point, double.PositiveInfinity) : new Observation(point, sum / nearest.Length, rung);
    }

    // The earliest of those that are equally near.
    private static int[] NearestOf(double[] distances)
    {
        List<int> nearest = new(Neighbours + 1);
        for (int i = 0; i < distances.Length; i++)
        {
            if (nearest.Count == Neighbours && distances[i] >= distances[nearest[^1]])
            {
                continue;
            }

            int place = nearest.Count;
            while (place > 0 && distances[i] < distances[nearest[place - 1]])
            {
                place--;
            }

            nearest.Insert(place, i);
            if (nearest.Count > Neighbours)
            {
                nearest.RemoveAt(Neighbours);
            }
        }

        return [.. nearest];
    }

    private static double[][] Columns(ImmutableArray<Parameter> parameters, List<Observation> observed)
    {
        return [.. parameters.Select((parameter, place) => observed.Select(observation => ShareOf(parameter, observation.Point.Values[place])).ToArray())];
    }

    private static double ShareOf(Parameter parameter, double value)
    {
        return parameter is NumberParameter number ? number.High > number.Low ? (number.Coordinate(value) - number.Low) / (number.High - number.Low) : 0 : value;
    }

    private readonly record struct Alternative(Observation[] Observed, double[][] Columns);
}
