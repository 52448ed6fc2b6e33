using GanSweep.Numerics.Elementary;

namespace GanSweep.Flow.Paths;

/// <summary>What the network sees of a time t: t itself, sin πkt and cos πkt for k = 1 to <see cref="Frequencies"/>.</summary>
/// <param name="rows">Times at once, at most.</param>
internal sealed class TimeFeatures(int rows)
{
    /// <summary>The largest k.</summary>
    public const int Frequencies = 4;

    /// <summary>Numbers of a time.</summary>
    public const int Count = 1 + (2 * Frequencies);

    private readonly float[] _turns = new float[rows * Frequencies];
    private readonly float[] _sines = new float[rows * Frequencies];
    private readonly float[] _cosines = new float[rows * Frequencies];

    /// <summary>Writes them among the other numbers of the network's input.</summary>
    /// <param name="times">t, from 0 to 1, <c>[rows]</c>.</param>
    /// <param name="inputs"><c>[rows, width]</c>; of each row <see cref="Count"/> numbers are written.</param>
    /// <param name="start">Where they begin in each row.</param>
    public void Fill(ReadOnlySpan<float> times, Span<float> inputs, int start)
    {
        Span<float> turns = _turns.AsSpan(0, times.Length * Frequencies);
        for (int i = 0; i < turns.Length; i++)
        {
            float half = 0.5f * times[i / Frequencies] * ((i % Frequencies) + 1);
            turns[i] = half - float.Floor(half);
        }

        SineCosine.OfTurns(turns, _sines, _cosines);
        int width = inputs.Length / times.Length;
        for (int row = 0; row < times.Length; row++)
        {
            Span<float> features = inputs.Slice((row * width) + start, Count);
            features[0] = times[row];
            _sines.AsSpan(row * Frequencies, Frequencies).CopyTo(features[1..]);
            _cosines.AsSpan(row * Frequencies, Frequencies).CopyTo(features[(1 + Frequencies)..]);
        }
    }
}
