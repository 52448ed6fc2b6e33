namespace GanSweep.Tables.Transforms;

/// <summary>The piecewise linear function of a column's knots, and its inverse, laid out to be looked up.</summary>
internal sealed class QuantileCurve
{
    private readonly float[] _scores;
    private readonly double[] _values;

    // The observed values, strictly increasing, and the score of each: of a plateau, the middle one.
    private readonly double[] _observed;
    private readonly float[] _observedScores;

    // The scores from the first to the last in equal buckets: _bucketStart[b] is the first knot in bucket b or after it.
    private readonly int[] _bucketStart;
    private readonly double _bucketsPerUnit;

    public QuantileCurve(QuantileParameters parameters)
    {
        _scores = [.. parameters.Scores];
        _values = [.. parameters.Values];
        (_observed, _observedScores) = Observed(parameters);

        int buckets = Math.Min(_scores.Length, 1 << 16);
        _bucketsPerUnit = buckets / ((double)_scores[^1] - _scores[0]);
        _bucketStart = new int[buckets + 2];
        int knot = 0;
        for (int bucket = 0; bucket < _bucketStart.Length; bucket++)
        {
            while (knot < _scores.Length && Bucket(_scores[knot]) < bucket)
            {
                knot++;
            }

            _bucketStart[bucket] = knot;
        }
    }

    /// <summary>From a value to its score.</summary>
    public double Forward(double value)
    {
        int found = Array.BinarySearch(_observed, value);
        if (found >= 0)
        {
            return _observedScores[found];
        }

        // Not a fitted value: between its neighbours, or beyond the outermost knots.
        int upper = ~Array.BinarySearch(_values, value);
        int lower = upper - 1;
        if (upper <= 0 || lower == _values.Length - 1)
        {
            return _scores[value < _values[^1] ? 0 : _scores.Length - 1];
        }

        double share = (value - _values[lower]) / (_values[upper] - _values[lower]);
        return Math.Clamp(_scores[lower] + (share * ((double)_scores[upper] - _scores[lower])), _scores[0], _scores[^1]);
    }

    /// <summary>From a score to its value.</summary>
    public double Inverse(double score)
    {
        if (score >= _scores[^1])
        {
            return _values[^1];
        }

        if (!(score > _scores[0]))
        {
            return double.IsNaN(score) ? score : _values[0];
        }

        // Buckets never decrease with the score, so the first knot above it lies in its own bucket or begins the next.
        int bucket = Bucket(score);
        int low = _bucketStart[bucket];
        int high = _bucketStart[bucket + 1];
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_scores[middle] <= score)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        double share = (score - _scores[low - 1]) / ((double)_scores[low] - _scores[low - 1]);
        double value = _values[low - 1] + (share * (_values[low] - _values[low - 1]));
        return Math.Min(value, _values[low]);
    }

    // A run of equal values is one knot, or a plateau of three; at the ends, a knot of a tail may have the value too, on the outer side.
    private static (double[] Values, float[] Scores) Observed(QuantileParameters parameters)
    {
        List<double> observed = [];
        List<float> scores = [];
        ReadOnlySpan<double> values = parameters.Values.AsSpan();
        int last = values.LastIndexOf(parameters.Maximum);
        for (int start = values.IndexOf(parameters.Minimum), end; start <= last; start = end)
        {
            end = start + 1;
            while (end <= last && values[end] == values[start])
            {
                end++;
            }

            bool isPlateau = end - start >= 3;
            bool isLowest = values[start] == parameters.Minimum;
            int inner = isPlateau ? 1 : 0;
            observed.Add(values[start]);
            scores.Add(parameters.Scores[isLowest ? end - 1 - inner : start + inner]);
        }

        return ([.. observed], [.. scores]);
    }

    private int Bucket(double score)
    {
        return (int)((score - _scores[0]) * _bucketsPerUnit);
    }
}
