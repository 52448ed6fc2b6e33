namespace GanSweep.Gan.Transforms;

/// <summary>Normal scores by knots; <see cref="QuantileParameters"/> says which.</summary>
internal sealed class QuantileTransform : ColumnTransform
{
    /// <summary>Where tails end.</summary>
    public const double OutermostScore = 8;

    private readonly float[] _scores;
    private readonly double[] _values;

    // The observed values are the strictly increasing part of _values between these two; what is around it are tails.
    private readonly int _first;
    private readonly int _last;

    // The scores from the first to the last in equal buckets: _bucketStart[b] is the first knot in bucket b or after it.
    private readonly int[] _bucketStart;
    private readonly double _bucketsPerUnit;

    public QuantileTransform(QuantileParameters parameters, double low, double high)
        : base(low, high)
    {
        _scores = [.. parameters.Scores];
        _values = [.. parameters.Values];
        _first = Array.LastIndexOf(_values, parameters.Minimum);
        _last = Array.IndexOf(_values, parameters.Maximum);

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

    public override double Forward(double value)
    {
        int found = Array.BinarySearch(_values, _first, _last - _first + 1, value);
        if (found >= 0)
        {
            return _scores[found];
        }

        // Not a fitted value: between its neighbours. In a tail these are the two outermost knots, or one and the same without tails.
        int upper = ~found;
        int lower = upper - 1;
        if (upper == _first)
        {
            (lower, upper) = (0, Math.Min(1, _first));
        }
        else if (lower == _last)
        {
            (lower, upper) = (Math.Max(_values.Length - 2, _last), _values.Length - 1);
        }

        if (_values[lower] == _values[upper])
        {
            return _scores[value < _values[_first] ? 0 : _scores.Length - 1];
        }

        double share = (value - _values[lower]) / (_values[upper] - _values[lower]);
        return Math.Clamp(_scores[lower] + (share * ((double)_scores[upper] - _scores[lower])), _scores[0], _scores[^1]);
    }

    protected override double Map(double score)
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

    private int Bucket(double score)
    {
        return (int)((score - _scores[0]) * _bucketsPerUnit);
    }
}
