namespace GanSweep.Tables.Transforms;

/// <summary>What a generator says of one column in many rows, in order, and the normal score of each rank.</summary>
/// <param name="values">What it says, ascending.</param>
/// <param name="normalScores">Φ⁻¹((rank + ½) / rows) of each, ascending.</param>
internal readonly ref struct GeneratedColumn(ReadOnlySpan<float> values, ReadOnlySpan<double> normalScores)
{
    private readonly ReadOnlySpan<float> _values = values;
    private readonly ReadOnlySpan<double> _normalScores = normalScores;

    /// <summary>
    /// What the generator says where a normal number would say each of some scores: the function through the pairs of equal rank, linear
    /// between them, and beyond them at the distance of the outermost pair.
    /// </summary>
    /// <param name="scores">Ascending; replaced.</param>
    public void Translate(Span<float> scores)
    {
        int last = _values.Length - 1;
        int lower = 0;
        foreach (ref float score in scores)
        {
            while (lower < last - 1 && _normalScores[lower + 1] < score)
            {
                lower++;
            }

            score = score <= _normalScores[0] ? (float)(_values[0] + (score - _normalScores[0]))
                : score >= _normalScores[last] ? (float)(_values[last] + (score - _normalScores[last]))
                : (float)(_values[lower]
                    + ((_values[lower + 1] - (double)_values[lower]) * (score - _normalScores[lower]) / (_normalScores[lower + 1] - _normalScores[lower])));
        }
    }
}
