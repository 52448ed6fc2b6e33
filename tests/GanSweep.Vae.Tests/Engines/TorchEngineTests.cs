using GanSweep.Vae.Configurations;
using GanSweep.Vae.Engines;
using TorchSharp;

namespace GanSweep.Vae.Tests.Engines;

public sealed class TorchEngineTests
{
    private const long Seed = RandomCase.Seed;

    [Fact]
    public void FirstStep_OfRandomConfigurations_AgreesWithFiniteDifferencesInDoubles()
    {
        foreach (RandomCase one in RandomCase.Take(20))
        {
            VaeConfiguration configuration = FirstStep.Small(one);
            using TorchEngine torch = new(configuration, Seed, one.Table, one.Features);

            FirstStep.AssertAgreesWithFiniteDifferences(one, configuration, torch);
        }
    }

    [Fact]
    public void Step_WithALearningRateFactorOfZero_MovesMomentsAlone()
    {
        RandomCase one = RandomCase.Take(1).Single();
        using TorchEngine engine = new(one.Configuration with { EmaDecay = 0 }, Seed, one.Table, one.Features);
        float[] encoder = engine.State.Encoder.Weights.Values.ToArray();
        float[] decoder = engine.State.Decoder.Weights.Values.ToArray();

        engine.LearningRateFactor = 0;
        engine.Step(one.Rows.RowsOf(0));

        Assert.Equal(encoder, engine.State.Encoder.Weights.Values);
        Assert.Equal(decoder, engine.State.Decoder.Weights.Values);
        Assert.Equal(decoder, engine.State.Average.Values);
        Assert.Contains(engine.State.Encoder.Optimizer.FirstMoment.ToArray(), moment => moment != 0);
        Assert.Contains(engine.State.Decoder.Optimizer.FirstMoment.ToArray(), moment => moment != 0);
    }

    [Fact]
    public void Steps_InThousands_LeaveNoTensorBehind()
    {
        RandomCase one = RandomCase.Take(20).First(one => one.Features.Choices.Length > 1);
        using TorchEngine engine = new(one.Configuration, Seed, one.Table, one.Features);
        engine.Step(one.Rows.RowsOf(0));
        long live = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

        one.Train(engine, steps: 1_000);

        Assert.Equal(live, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Seed_IsAllThatTheInitialWeightsDependOn()
    {
        RandomCase one = RandomCase.Take(1).Single();
        using TorchEngine engine = new(one.Configuration, Seed, one.Table, one.Features);
        using TorchEngine same = new(one.Configuration with { LearningRate = 0.5 }, Seed, one.Table, one.Features);
        using TorchEngine other = new(one.Configuration, Seed + 1, one.Table, one.Features);

        Assert.Equal(engine.State.Encoder.Weights.Values, same.State.Encoder.Weights.Values);
        Assert.Equal(engine.State.Decoder.Weights.Values, same.State.Decoder.Weights.Values);
        Assert.NotEqual(engine.State.Encoder.Weights.Values.ToArray(), other.State.Encoder.Weights.Values.ToArray());
        Assert.NotEqual(engine.State.Decoder.Weights.Values.ToArray(), other.State.Decoder.Weights.Values.ToArray());
    }
}
