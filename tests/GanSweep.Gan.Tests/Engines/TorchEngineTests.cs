using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Tests.Training;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using TorchSharp;

namespace GanSweep.Gan.Tests.Engines;

[Collection(PlainLoopTests.Name)]
public class TorchEngineTests
{
    private const int Columns = 3;

    private static readonly FeatureLayout Features = new(Columns);
    private const long Seed = 11;

    private static readonly float[] Table = MakeTable(rows: 40);

    private static readonly GanConfiguration Small = TinyTask.Configuration with
    {
        LatentDim = 5,
        GeneratorLayers = [9, 7],
        DiscriminatorLayers = [8, 6],
        GeneratorLearningRate = 0.002,
        DiscriminatorLearningRate = 0.001,
        EmaDecay = 0.9,
    };

    public static TheoryData<GanLoss, double, double, Activation> Objectives => CasesOf(Enum.GetValues<GanLoss>());

    // A critic's biases have gradients that cancel but for rounding, of which Adam makes whole steps: two loops soon part.
    public static TheoryData<GanLoss, double, double, Activation> ObjectivesButWasserstein => CasesOf(GanLoss.Minimax, GanLoss.NonSaturating, GanLoss.LeastSquares);

    [Theory]
    [MemberData(nameof(ObjectivesButWasserstein))]
    public void Steps_OfBothNetworks_AgreeWithThePlainLoop(GanLoss loss, double smoothing, double dropout, Activation activation)
    {
        GanConfiguration configuration = Small with { Loss = loss, LabelSmoothing = smoothing, Dropout = dropout, Activation = activation };
        using TorchEngine engine = new(configuration, Seed, Table, Features);
        using PlainLoop plain = new(configuration, Seed, Table, Features, engine.State);

        // Two batch sizes, and more updates of the discriminator than of the generator.
        foreach (int[] rows in new int[][] { [4, 1, 39, 0, 8, 17], [5, 6, 7, 2, 3, 9], [30, 31, 38], [1, 2, 3, 4, 5, 6] })
        {
            AssertClose(plain.DiscriminatorStep(rows), engine.DiscriminatorStep(rows));
            if (rows[0] != 5)
            {
                Assert.Equal(plain.GeneratorStep(rows), engine.GeneratorStep(rows), 1e-5);
            }

            AssertClose(plain.Discriminator, engine.State.Discriminator.Values, 1e-5);
            AssertClose(plain.Generator, engine.State.Generator.Values, 1e-5);
            AssertClose(plain.GeneratorAverage, engine.State.GeneratorAverage.Values, 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void FirstStep_OfEachNetwork_HasThePlainLoopsGradient(GanLoss loss, double smoothing, double dropout, Activation activation)
    {
        // With no decay, Adam's first moment is the gradient itself. The generator goes first: its step needs the same discriminator in both.
        GanConfiguration configuration = Small with { Loss = loss, LabelSmoothing = smoothing, Dropout = dropout, Activation = activation, Beta1 = 0 };
        using TorchEngine engine = new(configuration, Seed, Table, Features);
        using PlainLoop plain = new(configuration, Seed, Table, Features, engine.State);

        Assert.Equal(plain.GeneratorStep([0, 1, 2, 3]), engine.GeneratorStep([0, 1, 2, 3]), 1e-5);
        AssertClose(plain.GeneratorGradient, engine.State.GeneratorOptimizer.FirstMoment, 1e-6);

        AssertClose(plain.DiscriminatorStep([4, 1, 39, 0]), engine.DiscriminatorStep([4, 1, 39, 0]));
        AssertClose(plain.DiscriminatorGradient, engine.State.DiscriminatorOptimizer.FirstMoment, 1e-6);
    }

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.LeakyRelu)]
    public void DiscriminatorStep_WithGradientPenalty_AgreesWithFiniteDifferences(Activation activation)
    {
        GanConfiguration configuration = Small with { Loss = GanLoss.WassersteinGp, Activation = activation, Beta1 = 0 };
        using TorchEngine engine = new(configuration, Seed, Table, Features);
        int[] rows = [4, 1, 39, 0];
        GanInDoubles exact = new(configuration, Seed, Table, Features, rows, engine.State);

        engine.DiscriminatorStep(rows);

        Span<float> gradient = engine.State.DiscriminatorOptimizer.FirstMoment;
        for (int parameter = 0; parameter < gradient.Length; parameter++)
        {
            Assert.Equal(exact.DiscriminatorDerivative(parameter), gradient[parameter], 1e-5);
        }
    }

    [Theory]
    [InlineData(GanLoss.NonSaturating, 0)]
    [InlineData(GanLoss.NonSaturating, 0.3)]
    [InlineData(GanLoss.Minimax, 0)]
    [InlineData(GanLoss.LeastSquares, 0.3)]
    public void Steps_WithR1Penalty_AgreeWithThePlainLoop(GanLoss loss, double dropout)
    {
        GanConfiguration configuration = Small with { Loss = loss, Dropout = dropout, R1Penalty = 3 };
        using TorchEngine engine = new(configuration, Seed, Table, Features);
        using PlainLoop plain = new(configuration, Seed, Table, Features, engine.State);

        foreach (int[] rows in new int[][] { [4, 1, 39, 0, 8, 17], [30, 31, 38], [1, 2, 3, 4, 5, 6] })
        {
            AssertClose(plain.DiscriminatorStep(rows), engine.DiscriminatorStep(rows));
            Assert.Equal(plain.GeneratorStep(rows), engine.GeneratorStep(rows), 1e-5);
            AssertClose(plain.Discriminator, engine.State.Discriminator.Values, 1e-5);
            AssertClose(plain.Generator, engine.State.Generator.Values, 1e-5);
        }
    }

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.LeakyRelu)]
    public void DiscriminatorStep_WithR1Penalty_AgreesWithFiniteDifferences(Activation activation)
    {
        GanConfiguration configuration = Small with { Activation = activation, Beta1 = 0, R1Penalty = 20 };
        using TorchEngine engine = new(configuration, Seed, Table, Features);
        int[] rows = [4, 1, 39, 0];
        GanInDoubles exact = new(configuration, Seed, Table, Features, rows, engine.State);

        engine.DiscriminatorStep(rows);

        Span<float> gradient = engine.State.DiscriminatorOptimizer.FirstMoment;
        for (int parameter = 0; parameter < gradient.Length; parameter++)
        {
            Assert.Equal(exact.DiscriminatorDerivative(parameter), gradient[parameter], 1e-5);
        }
    }

    [Fact]
    public void Steps_WithALearningRateFactorOfZero_MoveMomentsAlone()
    {
        using TorchEngine engine = new(Small with { EmaDecay = 0 }, Seed, Table, Features);
        float[] generator = engine.State.Generator.Values.ToArray();
        float[] discriminator = engine.State.Discriminator.Values.ToArray();

        engine.LearningRateFactor = 0;
        engine.DiscriminatorStep([1, 2, 3]);
        engine.GeneratorStep([0, 1, 2]);

        Assert.Equal(generator, engine.State.Generator.Values);
        Assert.Equal(discriminator, engine.State.Discriminator.Values);
        Assert.Contains(engine.State.GeneratorOptimizer.FirstMoment.ToArray(), moment => moment != 0);
        Assert.Contains(engine.State.DiscriminatorOptimizer.FirstMoment.ToArray(), moment => moment != 0);
    }

    [Fact]
    public void GeneratorStep_WithoutDecay_LeavesTheWeightsThemselvesToBeScored()
    {
        using TorchEngine engine = new(Small with { EmaDecay = 0 }, Seed, Table, Features);

        engine.DiscriminatorStep([1, 2, 3]);
        engine.GeneratorStep([0, 1, 2]);

        Assert.Equal(engine.State.Generator.Values, engine.State.GeneratorAverage.Values);
    }

    [Fact]
    public void Discriminate_WithDropoutConfigured_UsesNone()
    {
        using TorchEngine with = new(Small with { Dropout = 0.5 }, Seed, Table, Features);
        using TorchEngine without = new(Small, Seed, Table, Features);
        float[] expected = new float[40];
        float[] actual = new float[40];

        without.Discriminate(Table, expected);
        with.Discriminate(Table, actual);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Seed_IsAllThatTheInitialWeightsDependOn()
    {
        using TorchEngine one = new(Small, Seed, Table, Features);
        using TorchEngine same = new(Small with { Loss = GanLoss.LeastSquares }, Seed, Table, Features);
        using TorchEngine other = new(Small, Seed + 1, Table, Features);

        Assert.Equal(one.State.Generator.Values, same.State.Generator.Values);
        Assert.NotEqual(one.State.Generator.Values.ToArray(), other.State.Generator.Values.ToArray());
        Assert.Contains(one.State.Discriminator.Values.ToArray(), weight => MathF.Abs(weight) > 0.5f / MathF.Sqrt(Columns));
        Assert.All(one.State.Discriminator.Values.ToArray(), weight => Assert.InRange(weight, -1 / MathF.Sqrt(Columns), 1 / MathF.Sqrt(Columns)));
    }

    [Theory]
    [InlineData(GanLoss.NonSaturating, 0)]
    [InlineData(GanLoss.NonSaturating, 1)]
    [InlineData(GanLoss.WassersteinGp, 0)]
    public void Steps_InHundreds_LeaveNoTensorBehind(GanLoss loss, double r1Penalty)
    {
        using TorchEngine engine = new(Small with { Loss = loss, Dropout = 0.2, R1Penalty = r1Penalty }, Seed, Table, Features);
        engine.DiscriminatorStep([1, 2, 3]);
        engine.GeneratorStep([0, 1, 2]);
        long live = LiveTensors();

        for (int i = 0; i < 400; i++)
        {
            engine.DiscriminatorStep([1, 2, 3]);
            engine.GeneratorStep([0, 1, 2]);
        }

        Assert.Equal(live, LiveTensors());
    }

    private static TheoryData<GanLoss, double, double, Activation> CasesOf(params GanLoss[] losses)
    {
        TheoryData<GanLoss, double, double, Activation> cases = [];
        foreach (GanLoss loss in losses)
        {
            cases.Add(loss, 0, 0, Activation.LeakyRelu);
            cases.Add(loss, 0, 0.3, Activation.Relu);
            if (loss != GanLoss.WassersteinGp)
            {
                cases.Add(loss, 0.1, 0, Activation.LeakyRelu);
            }
        }

        return cases;
    }

    // Of this thread: other tests run beside this one.
    private static long LiveTensors()
    {
        return DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
    }

    private static void AssertClose(DiscriminatorLosses expected, DiscriminatorLosses actual)
    {
        Assert.Equal(expected.Real, actual.Real, 1e-5);
        Assert.Equal(expected.Fake, actual.Fake, 1e-5);
        Assert.Equal(expected.Discriminator, actual.Discriminator, 1e-5);
    }

    private static void AssertClose(float[] expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"Number {i}: expected {expected[i]}, was {actual[i]}.");
        }
    }

    private static float[] MakeTable(int rows)
    {
        float[] table = new float[rows * Columns];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(table);
        return table;
    }
}
