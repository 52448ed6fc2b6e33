using GanSweep.Flow.Configurations;
using GanSweep.Flow.Engines;
using GanSweep.Flow.Paths;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Training.Testing;

namespace GanSweep.Flow.Tests.Engines;

public sealed class FusedEngineTests
{
    private const long Seed = RandomCase.Seed;

    [Fact]
    public void FirstStep_OfRandomConfigurations_HasTorchsLossesAndGradients()
    {
        foreach (RandomCase one in RandomCase.Take(150))
        {
            // Without decay, Adam's first moment is the gradient itself.
            FlowConfiguration configuration = one.Configuration with { Beta1 = 0 };
            using TorchEngine torch = new(configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes512> fused = new(configuration, Seed, one.Table, one.Features);

            FlowLosses expected = torch.Step(one.RowsOf(0));
            FlowLosses actual = fused.Step(one.RowsOf(0));

            Assert.Equal(expected.Velocity, actual.Velocity, 1e-5);
            Assert.Equal(expected.Choices, actual.Choices, 1e-5);
            Assert.Equal(one.Features.Choices.IsEmpty, actual.Choices == 0);
            AssertClose(torch.State.Shape, torch.State.Optimizer.FirstMoment, fused.State.Optimizer.FirstMoment, one);
        }
    }

    [Fact]
    public void FirstStep_OfRandomConfigurations_AgreesWithFiniteDifferencesInDoubles()
    {
        foreach (RandomCase one in RandomCase.Take(40))
        {
            FlowConfiguration configuration = one.Configuration with { Beta1 = 0, Layers = [.. one.Configuration.Layers.Select(width => Math.Min(width, 9))] };
            int[] rows = [.. one.RowsOf(0).Take(5)];
            using FusedEngine<Lanes512> fused = new(configuration, Seed, one.Table, one.Features);
            FlowInDoubles exact = new(configuration, Seed, one.Table, one.Features, rows, fused.State);

            FlowLosses losses = fused.Step(rows);

            Assert.Equal(exact.Losses.Velocity, losses.Velocity, 1e-5);
            Assert.Equal(exact.Losses.Choices, losses.Choices, 1e-5);
            Span<float> gradient = fused.State.Optimizer.FirstMoment;
            for (int parameter = 0; parameter < gradient.Length; parameter++)
            {
                double derivative = exact.Derivative(parameter);
                Assert.True(
                    Math.Abs(derivative - gradient[parameter]) <= 1e-5 * (1 + Math.Abs(derivative)), $"{one}: derivative {parameter} is {gradient[parameter]}, not {derivative}.");
            }
        }
    }

    [Fact]
    public void Steps_OfRandomConfigurations_StayWithTorchs()
    {
        foreach (RandomCase one in RandomCase.Take(40))
        {
            using TorchEngine torch = new(one.Configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes512> fused = new(one.Configuration, Seed, one.Table, one.Features);

            one.Train(torch, steps: 10);
            one.Train(fused, steps: 10);

            // Adam makes whole steps of the rounding of derivatives that cancel, so single weights may part by a step.
            double[] differences = [.. torch.State.Average.Values.ToArray().Zip(fused.State.Average.Values.ToArray(), (x, y) => (double)Math.Abs(x - y))];
            Assert.InRange(differences.Average(), 0, 1e-4);
        }
    }

    [Fact]
    public void Steps_WithAnyInstructionSet_EndInTheSameBits()
    {
        foreach (RandomCase one in RandomCase.Take(40))
        {
            using FusedEngine<Lanes512> expected = new(one.Configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes256> half = new(one.Configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes128> quarter = new(one.Configuration, Seed, one.Table, one.Features);
            one.Train(expected, steps: 5);
            float[] rows = Generated(one, expected);
            foreach (IFlowEngine engine in new IFlowEngine[] { half, quarter })
            {
                one.Train(engine, steps: 5);
                Assert.Equal(expected.State.Weights.Values, engine.State.Weights.Values);
                Assert.Equal(expected.State.Average.Values, engine.State.Average.Values);
                Assert.Equal(expected.State.Optimizer.SecondMoment, engine.State.Optimizer.SecondMoment);
                Assert.Equal(rows, Generated(one, engine));
            }
        }
    }

    [Fact]
    public void Generate_AgreesWithTorch_ForEveryNumberOfRows()
    {
        foreach (RandomCase one in RandomCase.Take(40))
        {
            using TorchEngine torch = new(one.Configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes512> fused = new(one.Configuration, Seed, one.Table, one.Features);

            Assert.All(Generated(one, torch).Zip(Generated(one, fused)), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public void Steps_OfAnyConfiguration_AllocateNothing()
    {
        foreach (RandomCase one in RandomCase.Take(10))
        {
            using FusedEngine<Lanes512> engine = new(one.Configuration, Seed, one.Table, one.Features);
            int[] rows = one.RowsOf(0);
            FlowSolver solver = new(one.Features, one.Configuration.SolverSteps);
            float[] generated = new float[100 * one.Columns];
            float[] contexts = one.Rows.ContextsOf(100);
            engine.Step(rows);
            solver.Generate(engine, new CounterRandom(3, RandomPurpose.Sampling, 0), generated, contexts);

            long allocated = Allocations.Of(() =>
            {
                for (int step = 0; step < 100; step++)
                {
                    engine.Step(rows);
                }

                solver.Generate(engine, new CounterRandom(3, RandomPurpose.Sampling, 0), generated, contexts);
            });

            Assert.Equal(0, allocated);
        }
    }

    private static float[] Generated(RandomCase one, IFlowEngine engine)
    {
        float[] rows = new float[((one.Batch * 5) + 250) * one.Columns]; // more than a chunk of most, and a part of one
        new FlowSolver(one.Features, one.Configuration.SolverSteps).Generate(engine, new CounterRandom(3, RandomPurpose.Sampling, 0), rows, one.Rows.ContextsOf(rows.Length / one.Columns));
        return rows;
    }

    // Relative to the largest derivative of the layer: those that cancel to nothing have no digits of their own.
    private static void AssertClose(MlpShape shape, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, RandomCase one)
    {
        foreach (LayerShape layer in shape.Layers)
        {
            float[] reference = expected[layer.All].ToArray();
            float largest = reference.Max(Math.Abs);
            float error = reference.Zip(actual[layer.All].ToArray(), (x, y) => Math.Abs(x - y)).Max();
            Assert.True(error <= (1e-5f * largest) + 1e-8f, $"{one}: a derivative of layer {shape.Layers.IndexOf(layer)} differs by {error}; the largest is {largest}.");
        }
    }
}
