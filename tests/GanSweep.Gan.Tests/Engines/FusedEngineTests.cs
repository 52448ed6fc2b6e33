using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Training.Testing;

namespace GanSweep.Gan.Tests.Engines;

[Collection(PlainLoopTests.Name)]
public class FusedEngineTests
{
    private const float RoundingOfOnes = 1e-7f;
    private const long Seed = RandomCase.Seed;

    [Fact]
    public void FirstSteps_OfRandomConfigurations_HaveTorchsLossesAndGradients()
    {
        foreach (RandomCase one in RandomCase.Take(150))
        {
            // Without decay, Adam's first moment is the gradient itself. The generator goes first: it needs the same discriminator in both.
            GanConfiguration configuration = one.Configuration with { Beta1 = 0 };
            using TorchEngine torch = new(configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes512> fused = new(configuration, Seed, one.Table, one.Features);

            Assert.Equal(torch.GeneratorStep(one.RowsOf(0)), fused.GeneratorStep(one.RowsOf(0)), 1e-5);
            AssertClose(torch.State.GeneratorShape, torch.State.GeneratorOptimizer.FirstMoment, fused.State.GeneratorOptimizer.FirstMoment, one);

            DiscriminatorLosses expected = torch.DiscriminatorStep(one.RowsOf(0));
            DiscriminatorLosses actual = fused.DiscriminatorStep(one.RowsOf(0));
            Assert.Equal(expected.Real, actual.Real, 1e-5);
            Assert.Equal(expected.Fake, actual.Fake, 1e-5);
            Assert.Equal(expected.Discriminator, actual.Discriminator, 1e-5);
            AssertClose(torch.State.DiscriminatorShape, torch.State.DiscriminatorOptimizer.FirstMoment, fused.State.DiscriminatorOptimizer.FirstMoment, one);
        }
    }

    [Fact]
    public void FirstSteps_OfRandomConfigurations_AgreeWithFiniteDifferencesInDoubles()
    {
        foreach (RandomCase one in RandomCase.Take(40))
        {
            GanConfiguration configuration = one.Configuration with
            {
                Beta1 = 0,
                GeneratorLayers = [.. one.Configuration.GeneratorLayers.Select(width => Math.Min(width, 9))],
                DiscriminatorLayers = [.. one.Configuration.DiscriminatorLayers.Select(width => Math.Min(width, 9))],
            };
            int[] rows = [.. one.RowsOf(0).Take(5)];
            using FusedEngine<Lanes512> generator = new(configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes512> discriminator = new(configuration, Seed, one.Table, one.Features);
            GanInDoubles exact = new(configuration, Seed, one.Table, one.Features, rows, generator.State);

            Assert.Equal(exact.GeneratorLoss, generator.GeneratorStep(rows), 1e-5);
            AssertDerivatives(exact.GeneratorDerivative, generator.State.GeneratorOptimizer.FirstMoment, one);

            Assert.Equal(exact.DiscriminatorLoss, discriminator.DiscriminatorStep(rows).Discriminator, 1e-5 * (1 + Math.Abs(exact.DiscriminatorLoss)));
            AssertDerivatives(exact.DiscriminatorDerivative, discriminator.State.DiscriminatorOptimizer.FirstMoment, one);
        }
    }

    /// <summary>
    /// Adam makes whole steps of the rounding of derivatives that cancel, and every step enlarges what the last one left: two orders of adding
    /// the same numbers part, and the fused engine's is one more. What the torch engine and the plain loop, both of TorchSharp, part by is the
    /// measure.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(200)]
    public void Parameters_AfterSomeSteps_PartFromTorchsNoFurtherThanTorchsOwnByAnotherOrder(int steps)
    {
        const int Cases = 31;
        List<(double Fused, double Plain)> distances = [];
        foreach (RandomCase one in RandomCase.Take(Cases))
        {
            using TorchEngine torch = new(one.Configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes512> fused = new(one.Configuration, Seed, one.Table, one.Features);
            using PlainLoop plain = new(one.Configuration, Seed, one.Table, one.Features, torch.State);
            one.Train(torch, steps);
            one.Train(fused, steps);
            for (int step = 0; step < steps; step++)
            {
                plain.DiscriminatorStep(one.RowsOf(step));
                plain.GeneratorStep(one.RowsOf(step));
            }

            distances.Add((
                Distance(torch.State, fused.State.Generator.Values, fused.State.Discriminator.Values),
                Distance(torch.State, plain.Generator, plain.Discriminator)));
        }

        // Equal, but for the luck of the draw.
        Assert.InRange(MiddleOf(distances.Select(one => one.Fused)), 0, 1.25 * MiddleOf(distances.Select(one => one.Plain)));

        static double MiddleOf(IEnumerable<double> values)
        {
            return values.Order().ElementAt(Cases / 2);
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
            foreach (IGanEngine engine in new IGanEngine[] { half, quarter })
            {
                one.Train(engine, steps: 5);
                Assert.Equal(expected.State.Generator.Values, engine.State.Generator.Values);
                Assert.Equal(expected.State.GeneratorAverage.Values, engine.State.GeneratorAverage.Values);
                Assert.Equal(expected.State.Discriminator.Values, engine.State.Discriminator.Values);
                Assert.Equal(expected.State.DiscriminatorOptimizer.SecondMoment, engine.State.DiscriminatorOptimizer.SecondMoment);
            }
        }
    }

    [Fact]
    public void Generate_AndDiscriminate_AgreeWithTorch_ForEveryNumberOfRows()
    {
        foreach (RandomCase one in RandomCase.Take(40))
        {
            using TorchEngine torch = new(one.Configuration, Seed, one.Table, one.Features);
            using FusedEngine<Lanes512> fused = new(one.Configuration, Seed, one.Table, one.Features);
            int rows = one.Batch * 5; // more than a chunk, and a part of one
            float[] latents = new float[rows * one.Inputs];
            new GanNoise(3).FillGeneratorLatents(0, latents);
            float[][] generated = [new float[rows * one.Columns], new float[rows * one.Columns]];
            float[][] logits = [new float[rows], new float[rows]];

            torch.Generate(latents, generated[0]);
            fused.Generate(latents, generated[1]);
            float[] judged = new float[rows * one.Features.Width];
            SideBySide.Copy(generated[0], one.Columns, 0, judged, one.Features.Width, 0, one.Columns);
            torch.Discriminate(judged, logits[0]);
            fused.Discriminate(judged, logits[1]);

            Assert.All(generated[0].Zip(generated[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
            Assert.All(logits[0].Zip(logits[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public void Generate_OfARow_GivesTheSameBitsInAnyCompany()
    {
        RandomCase one = RandomCase.Take(1).Single();
        using FusedEngine<Lanes512> engine = new(one.Configuration, Seed, one.Table, one.Features);
        float[] latents = new float[100 * one.Inputs];
        new GanNoise(3).FillGeneratorLatents(0, latents);
        float[] together = new float[100 * one.Columns];
        engine.Generate(latents, together);

        float[] alone = new float[one.Columns];
        engine.Generate(latents.AsSpan(77 * one.Inputs, one.Inputs), alone);

        Assert.Equal(together[(77 * one.Columns)..(78 * one.Columns)], alone);
    }

    [Fact]
    public void Steps_OfAnyConfiguration_AllocateNothing()
    {
        foreach (RandomCase one in RandomCase.Take(10))
        {
            using FusedEngine<Lanes512> engine = new(one.Configuration, Seed, one.Table, one.Features);
            int[] rows = one.RowsOf(0);
            engine.DiscriminatorStep(rows);
            engine.GeneratorStep(rows);

            long allocated = Allocations.Of(() =>
            {
                for (int step = 0; step < 100; step++)
                {
                    engine.DiscriminatorStep(rows);
                    engine.GeneratorStep(rows);
                }
            });

            Assert.Equal(0, allocated);
        }
    }

    // Relative to the largest derivative of the layer: those that cancel to nothing have no digits of their own, nor does a layer in which all do, as the bias
    // of a critic that scores differences: what torch says of it is the rounding of numbers around 1, in whatever order a processor's libtorch adds them, and in doubt by all of itself.
    private static void AssertClose(MlpShape shape, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, RandomCase one)
    {
        foreach (LayerShape layer in shape.Layers)
        {
            Range range = layer.Weight.Start..layer.Bias.End;
            float[] reference = expected[range].ToArray();
            float largest = reference.Max(Math.Abs);
            float error = reference.Zip(actual[range].ToArray(), (x, y) => Math.Abs(x - y)).Max();
            float rounding = largest <= RoundingOfOnes ? largest : 0;
            float allowed = (1e-5f * largest) + 1e-8f + rounding;
            Assert.True(error <= allowed, $"{one}: a derivative of layer {shape.Layers.IndexOf(layer)} differs by {error}; the largest is {largest}.");
        }
    }

    // The root mean square of the differences, over that of the parameters.
    private static double Distance(GanState state, ReadOnlySpan<float> generator, ReadOnlySpan<float> discriminator)
    {
        double differences = 0;
        double squares = 0;
        Add(state.Generator.Values, generator);
        Add(state.Discriminator.Values, discriminator);
        return Math.Sqrt(differences / squares);

        void Add(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
        {
            for (int i = 0; i < expected.Length; i++)
            {
                differences += Math.Pow(expected[i] - actual[i], 2);
                squares += Math.Pow(expected[i], 2);
            }
        }
    }

    private static void AssertDerivatives(Func<int, double> exact, ReadOnlySpan<float> gradient, RandomCase one)
    {
        for (int parameter = 0; parameter < gradient.Length; parameter++)
        {
            double derivative = exact(parameter);
            Assert.True(Math.Abs(derivative - gradient[parameter]) <= 1e-5 * (1 + Math.Abs(derivative)), $"{one}: derivative {parameter} is {gradient[parameter]}, not {derivative}.");
        }
    }
}
