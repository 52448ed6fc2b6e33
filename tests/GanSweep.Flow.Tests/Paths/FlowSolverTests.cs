using GanSweep.Flow.Paths;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;

namespace GanSweep.Flow.Tests.Paths;

public sealed class FlowSolverTests
{
    // Under dx/dt = x + t, x is x₀ eᵗ + eᵗ − t − 1.
    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void Generate_OfAKnownField_IsOfSecondOrder(int steps)
    {
        float[] starts = new float[300];
        new CounterRandom(1, RandomPurpose.Sampling, 0).FillNormal(starts);
        float[] rows = new float[300];

        new FlowSolver(new FeatureLayout(1), steps).Generate(new Field((x, t) => x + t, width: 1), new CounterRandom(1, RandomPurpose.Sampling, 0), rows);

        double[] errors = [.. starts.Zip(rows, (start, row) => Math.Abs(row - ((start * Math.E) + Math.E - 2)) / (1 + Math.Abs(start)))];
        Assert.InRange(errors.Max(), 0, 0.6 / (steps * steps));
        Assert.True(errors.Max() > 0.1 / (steps * steps) || steps == 100, "Heun's error is of order h².");
    }

    [Fact]
    public void Generate_OfAChoice_SaysWhatTheNetworkSaidLast()
    {
        FeatureLayout features = new(4, new FeatureChoice(1, 2));
        float[] rows = new float[400];

        new FlowSolver(features, 10).Generate(new Field((x, t) => x - (3 * t), width: 4), new CounterRandom(1, RandomPurpose.Sampling, 0), rows);

        // Where it says of an outcome how high its number is, that which began higher wins, and ends near 1.
        float[] starts = new float[400];
        new CounterRandom(1, RandomPurpose.Sampling, 0).FillNormal(starts);
        for (int row = 0; row < 400; row += 4)
        {
            Assert.Equal(starts[row + 1] > starts[row + 2], rows[row + 1] > rows[row + 2]);
            Assert.True(float.IsFinite(rows[row + 1]) && float.IsFinite(rows[row + 2]));
        }
    }

    [Fact]
    public void Generate_OfARow_GivesTheSameBitsInAnyCompany()
    {
        FeatureLayout features = new(4, new FeatureChoice(1, 2));
        Field field = new((x, t) => MathF.Sin(x) - t, width: 4);
        float[] together = new float[400];
        float[] alone = new float[4];

        new FlowSolver(features, 12).Generate(field, new CounterRandom(1, RandomPurpose.Sampling, 0), together);
        new FlowSolver(features, 12).Generate(field, new CounterRandom(1, RandomPurpose.Sampling, 0), alone);

        Assert.Equal(together[..4], alone);
    }

    /// <summary>Says of every number what a function says of it and of the time.</summary>
    private sealed class Field(Func<float, float, float> velocity, int width) : IVelocityNetwork
    {
        public void TakeWeights()
        {
        }

        public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
        {
            int inputWidth = width + TimeFeatures.Count;
            for (int i = 0; i < outputs.Length; i++)
            {
                outputs[i] = velocity(inputs[(i / width * inputWidth) + (i % width)], inputs[(i / width * inputWidth) + width]);
            }
        }
    }
}
