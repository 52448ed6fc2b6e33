using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;

namespace GanSweep.Search.Proposals;

/// <summary>
/// What a point's value will be, as far as its five nearest observations tell: the mean of theirs, the nearer the heavier (by the reciprocal of the distance, Shepard 1968), at the lowest of their rungs. A point in an alternative of which nothing is known is taken for the worst there is. Distances are Euclidean, in
/// shares of the ranges (of the logarithms, where a number is logarithmic), and 1 between two choices.
/// </summary>
internal sealed class NeighbourPrediction
{
    private const int Neighbours = 5;

    // So that an observation of the same point has a weight, and all but all of it.
    private const double Least = 1e-6;

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
    public Observation Of(Point point)
    {
        ImmutableArray<Parameter> parameters = _domain.Alternatives[point.Alternative];
        (Observation[] observed, double[][] columns) = _alternatives[point.Alternative];
        double[] distances = new double[observed.Length]; // squared
        Span<double> at = stackalloc double[1];
        for (int parameter = 0; parameter < columns.Length; parameter++)
        {
            at[0] = point.Values[parameter];
            ToShares(parameters[parameter], at);
            AddDistances(distances, columns[parameter], at[0], parameters[parameter] is ChoiceParameter);
        }

        int[] nearest = NearestOf(distances);
        double sum = 0;
        double weights = 0;
        int rung = int.MaxValue;
        foreach (int i in nearest)
        {
            double weight = 1 / (Math.Sqrt(distances[i]) + Least);
            sum += weight * observed[i].Value;
            weights += weight;
            rung = Math.Min(rung, observed[i].Rung);
        }

        return nearest.Length == 0 ? new Observation(point, double.PositiveInfinity) : new Observation(point, sum / weights, rung);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddDistances(Span<double> distances, ReadOnlySpan<double> column, double at, bool isChoice)
    {
        Span<Vector512<double>> vectors = MemoryMarshal.Cast<double, Vector512<double>>(distances);
        ReadOnlySpan<Vector512<double>> values = MemoryMarshal.Cast<double, Vector512<double>>(column);
        Vector512<double> own = Vector512.Create(at);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector512<double> distance = own - values[i];
            vectors[i] += isChoice ? Vector512.ConditionalSelect(Vector512.Equals(values[i], own), Vector512<double>.Zero, Vector512<double>.One) : distance * distance;
        }

        for (int i = vectors.Length * Vector512<double>.Count; i < distances.Length; i++)
        {
            double distance = at - column[i];
            distances[i] += isChoice ? distance == 0 ? 0 : 1 : distance * distance;
        }
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
        double[][] columns = new double[parameters.Length][];
        for (int parameter = 0; parameter < columns.Length; parameter++)
        {
            double[] column = columns[parameter] = new double[observed.Count];
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = observed[i].Point.Values[parameter];
            }

            ToShares(parameters[parameter], column);
        }

        return columns;
    }

    // Values become places in their range, from 0 to 1; choices stay what they are.
    private static void ToShares(Parameter parameter, Span<double> values)
    {
        if (parameter is not NumberParameter number)
        {
            return;
        }

        double low = number.Low;
        double scale = number.ValueCount > 1 ? 1 / (number.High - low) : 0;
        foreach (ref double value in values)
        {
            value = (number.Coordinate(value) - low) * scale;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Alternative(Observation[] Observed, double[][] Columns);
}
