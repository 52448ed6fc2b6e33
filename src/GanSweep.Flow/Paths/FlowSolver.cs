using System.Numerics;
using System.Runtime.CompilerServices;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;

namespace GanSweep.Flow.Paths;

/// <summary>
/// From noise to rows along dx/dt = v(x, t), from t = 0 to 1, by Heun's method in steps of one length. Where p is what the network says a choice is at (x, t), the
/// velocity of the choice's numbers is (p − x) / (1 − t).
/// </summary>
/// <param name="features">What rows are made of.</param>
/// <param name="steps">How many steps.</param>
internal sealed class FlowSolver(FeatureLayout features, int steps)
{
    // Few enough for the points to stay in the cache, and enough for a call of libtorch to be worth it.
    private const int RowsInChunk = 256;

    private readonly FeatureParts _parts = new(features);
    private readonly TimeFeatures _time = new(1);
    private readonly float[] _ofTime = new float[TimeFeatures.Count];
    private readonly float[] _inputs = new float[RowsInChunk * (features.Width + TimeFeatures.Count)]; // points with their time, and what came before
    private readonly float[] _said = new float[RowsInChunk * features.Count];
    private readonly float[] _first = new float[RowsInChunk * features.Count];
    private readonly float[] _second = new float[RowsInChunk * features.Count];
    private readonly float[] _middle = new float[RowsInChunk * features.Count];
    private readonly float[] _last = new float[RowsInChunk * features.Count];

    /// <summary>Draws noise, and moves it.</summary>
    /// <param name="network">Says the velocities.</param>
    /// <param name="random">Where the noise comes from.</param>
    /// <param name="rows"><c>[rows, features]</c>: of a choice, the logarithms of probabilities but for a number that all of its outcomes share.</param>
    /// <param name="contexts">What came before each row, <c>[rows, context]</c>; nothing where rows stand by themselves.</param>
    public void Generate(IVelocityNetwork network, RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        random.FillNormal(rows);
        network.TakeWeights();
        int count = rows.Length / features.Count;
        for (int start = 0; start < count; start += RowsInChunk)
        {
            int taken = Math.Min(RowsInChunk, count - start);
            PlaceContexts(contexts.Slice(start * features.Context, taken * features.Context));
            Move(network, rows.Slice(start * features.Count, taken * features.Count));
        }
    }

    private void Move(IVelocityNetwork network, Span<float> x)
    {
        Span<float> first = _first.AsSpan(0, x.Length);
        Span<float> second = _second.AsSpan(0, x.Length);
        Span<float> middle = _middle.AsSpan(0, x.Length);
        int rows = x.Length / features.Count;
        PlaceTime(0, rows);
        for (int step = 0; step < steps; step++)
        {
            float from = step / (float)steps;
            float to = (step + 1) / (float)steps;
            float length = to - from;
            Say(network, x, from, first);
            Go(x, length, first, middle);
            if (step == steps - 1)
            {
                _said.CopyTo(_last, 0);
            }

            // The next step begins where this one ends, and its time stands there already.
            PlaceTime(to, rows);
            Say(network, middle, to, second);
            Go(first, 1, second, second);
            Go(x, 0.5f * length, second, x);
        }

        // At the end a choice has no velocity: the last step leads to the probabilities that were said before it (Euler's method), whose logarithms these are.
        for (int row = 0; row < x.Length; row += features.Count)
        {
            foreach (FeatureChoice choice in _parts.Choices)
            {
                _last.AsSpan(row + choice.Start, choice.Count).CopyTo(x[(row + choice.Start)..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Go(ReadOnlySpan<float> from, float length, ReadOnlySpan<float> velocities, Span<float> to)
    {
        int i = 0;
        for (; i + Vector<float>.Count <= to.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(from[i..]) + (new Vector<float>(velocities[i..]) * length)).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] = from[i] + (length * velocities[i]);
        }
    }

    // Every row has the same time.
    private void PlaceTime(float time, int rows)
    {
        _time.Fill([time], _ofTime, start: 0);
        int width = features.Width + TimeFeatures.Count;
        for (int row = 0, at = features.Count; row < rows; row++, at += width)
        {
            _ofTime.CopyTo(_inputs, at);
        }
    }

    private void PlaceContexts(ReadOnlySpan<float> contexts)
    {
        if (features.Context > 0)
        {
            SideBySide.Copy(contexts, features.Context, 0, _inputs, features.Width + TimeFeatures.Count, features.Count + TimeFeatures.Count, features.Context);
        }
    }

    /// <summary>Velocities at a time, which is placed.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">Points, <c>[rows, features]</c>.</param>
    /// <param name="time">t; at 1, those of choices are 0.</param>
    /// <param name="velocities"><c>[rows, features]</c>.</param>
    private void Say(IVelocityNetwork network, ReadOnlySpan<float> x, float time, Span<float> velocities)
    {
        int width = features.Width + TimeFeatures.Count;
        Span<float> inputs = _inputs.AsSpan(0, x.Length / features.Count * width);
        for (int row = 0, input = 0; row < x.Length; row += features.Count, input += width)
        {
            for (int feature = 0; feature < features.Count; feature++)
            {
                inputs[input + feature] = x[row + feature];
            }
        }

        if (_parts.Heads.IsEmpty)
        {
            network.Predict(inputs, velocities);
            return;
        }

        Span<float> said = _said.AsSpan(0, x.Length);
        network.Predict(inputs, said);
        _parts.Heads.Show(said, velocities);
        float perLeft = time < 1 ? 1 / (1 - time) : 0;
        for (int row = 0; row < x.Length; row += features.Count)
        {
            foreach (FeatureChoice choice in _parts.Choices)
            {
                for (int number = row + choice.Start; number < row + choice.Start + choice.Count; number++)
                {
                    velocities[number] = (velocities[number] - x[number]) * perLeft;
                }
            }
        }
    }
}
