using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Numerics.Randomness;
using GanSweep.Training.Testing;
using GanSweep.Vae.Configurations;
using GanSweep.Vae.Decoding;
using GanSweep.Vae.Engines;

namespace GanSweep.Vae.Tests.Engines;

public sealed class FusedEngineTests
{
    private const long Seed = RandomCase.Seed;

    [Fact]
    public void FirstStep_OfRandomConfigurations_HasTorchsLossesAndGradients()
    {
        foreach (RandomCase one in RandomCase.Take(150))
        {
            // Without decay, Adam's first moment is the gradient itself.
            VaeConfiguration configuration = one.Configuration with { Beta1 = 0 };
            using TorchEngine torch = new(configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes512> fused = new(configuration, Seed, one.Table, one.Features);

            VaeLosses expected = torch.Step(one.Rows.RowsOf(0));
            VaeLosses actual = fused.Step(one.Rows.RowsOf(0));

            // At the first scales, amounts are a hundred times their squared errors.
            Assert.Equal(expected.Reconstruction, actual.Reconstruction, 1e-5 * (1 + Math.Abs(expected.Reconstruction)));
            Assert.Equal(expected.Choices, actual.Choices, 1e-5);
            Assert.Equal(expected.Kl, actual.Kl, 1e-5);
            Assert.Equal(one.Features.Choices.IsEmpty, actual.Choices == 0);
            AssertClose(torch.State.Encoder, fused.State.Encoder, one);
            AssertClose(torch.State.Decoder, fused.State.Decoder, one);
        }
    }

    [Fact]
    public void FirstStep_OfRandomConfigurations_AgreesWithFiniteDifferencesInDoubles()
    {
        foreach (RandomCase one in RandomCase.Take(40))
        {
            VaeConfiguration configuration = FirstStep.Small(one);
            using FusedEngine<Lanes512> fused = new(configuration, Seed, one.Table, one.Features);

            FirstStep.AssertAgreesWithFiniteDifferences(one, configuration, fused);
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
            float[] rows = one.GeneratedBy(expected);
            foreach (IVaeEngine engine in new IVaeEngine[] { half, quarter })
            {
                one.Train(engine, steps: 5);
                foreach (string part in expected.State.Parts.Names)
                {
                    Assert.Equal(expected.State.Parts[part], engine.State.Parts[part]);
                }

                Assert.Equal(rows, one.GeneratedBy(engine));
            }
        }
    }

    [Fact]
    public void Steps_OfAnyConfiguration_KeepScalesInTheirRange()
    {
        foreach (RandomCase one in RandomCase.Take(20))
        {
            using FusedEngine<Lanes512> engine = new(one.Configuration with { LearningRate = 0.2 }, Seed, one.Table, one.Features);

            one.Train(engine, steps: 3);

            Assert.All(engine.State.Scales.ToArray(), scale => Assert.InRange(scale, 0.01f, 1));
            Assert.All(engine.Scales.ToArray(), scale => Assert.InRange(scale, 0.00999f, 1.00001f));
        }
    }

    [Fact]
    public void Step_OfAnAmountThatNoRowOfTheBatchHas_LeavesItsScale()
    {
        RandomCase one = RandomCase.Take(50).First(one => one.Features.Choices.Any(choice => choice.Amount >= 0));
        int place = one.Features.Choices.First(choice => choice.Amount >= 0).Amount;
        FeatureParts parts = new(one.Features);
        int amount = parts.Amounts.IndexOf(place);
        int[] without = [.. Enumerable.Range(0, 80).Where(row => one.Table[(row * one.Features.Width) + parts.Meanings[amount]] == 0).Take(9)];
        using FusedEngine<Lanes512> engine = new(one.Configuration with { WeightDecay = 0 }, Seed, one.Table, one.Features);
        float before = engine.State.Scales[amount];

        engine.Step(without);

        Assert.Equal(before, engine.State.Scales[amount]);
    }

    [Fact]
    public void Generate_AgreesWithTorch_ForEveryNumberOfRows()
    {
        foreach (RandomCase one in RandomCase.Take(40))
        {
            using TorchEngine torch = new(one.Configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes512> fused = new(one.Configuration, Seed, one.Table, one.Features);

            Assert.All(one.GeneratedBy(torch).Zip(one.GeneratedBy(fused)), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public void Steps_OfAnyConfiguration_AllocateNothing()
    {
        foreach (RandomCase one in RandomCase.Take(10))
        {
            using FusedEngine<Lanes512> engine = new(one.Configuration, Seed, one.Table, one.Features);
            int[] rows = one.Rows.RowsOf(0);
            RowDraw draw = new(one.Features, one.Configuration.LatentDim);
            float[] generated = new float[100 * one.Features.Count];
            engine.Step(rows);
            float[] contexts = one.Rows.ContextsOf(100);
            draw.Generate(engine, new CounterRandom(3, RandomPurpose.Sampling, 0), generated, contexts);

            long allocated = Allocations.Of(() =>
            {
                for (int step = 0; step < 100; step++)
                {
                    engine.Step(rows);
                }

                draw.Generate(engine, new CounterRandom(3, RandomPurpose.Sampling, 0), generated, contexts);
            });

            Assert.Equal(0, allocated);
        }
    }

    // Relative to the largest derivative of the layer: those that cancel to nothing have no digits of their own. The scales are a layer of their own.
    private static void AssertClose(NetworkState expected, NetworkState actual, RandomCase one)
    {
        foreach (Range layer in (Range[])[.. expected.Shape.Layers.Select(layer => layer.All), expected.Shape.ParameterCount..expected.ParameterCount])
        {
            float[] reference = expected.Optimizer.FirstMoment[layer].ToArray();
            float largest = reference.Select(Math.Abs).DefaultIfEmpty().Max();
            float error = reference.Zip(actual.Optimizer.FirstMoment[layer].ToArray(), (x, y) => Math.Abs(x - y)).DefaultIfEmpty().Max();
            Assert.True(error <= (1e-5f * largest) + 1e-8f, $"{one}: a derivative of numbers {layer} differs by {error}; the largest is {largest}.");
        }
    }
}
