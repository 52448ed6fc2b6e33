using GanSweep.Flow.Configurations;
using GanSweep.Flow.Engines;
using TorchSharp;

namespace GanSweep.Flow.Tests.Engines;

public sealed class TorchEngineTests
{
    private const long Seed = RandomCase.Seed;

    [Fact]
    public void FirstStep_OfRandomConfigurations_AgreesWithFiniteDifferencesInDoubles()
    {
        foreach (RandomCase one in RandomCase.Take(20))
        {
            FlowConfiguration configuration = one.Configuration with { Beta1 = 0, Layers = [.. one.Configuration.Layers.Select(width => Math.Min(width, 9))] };
            int[] rows = [.. one.RowsOf(0).Take(5)];
            using TorchEngine torch = new(configuration, Seed, one.Table, one.Features);
            FlowInDoubles exact = new(configuration, Seed, one.Table, one.Features, rows, torch.State);

            FlowLosses losses = torch.Step(rows);

            Assert.Equal(exact.Losses.Velocity, losses.Velocity, 1e-5);
            Assert.Equal(exact.Losses.Choices, losses.Choices, 1e-5);
            Assert.All(torch.State.Optimizer.FirstMoment.ToArray().Index(), number => Assert.Equal(exact.Derivative(number.Index), number.Item, 1e-5));
        }
    }

    [Fact]
    public void Step_WithALearningRateFactorOfZero_MovesMomentsAlone()
    {
        RandomCase one = RandomCase.Take(1).Single();
        using TorchEngine engine = new(one.Configuration with { EmaDecay = 0 }, Seed, one.Table, one.Features);
        float[] weights = engine.State.Weights.Values.ToArray();

        engine.LearningRateFactor = 0;
        engine.Step(one.RowsOf(0));

        Assert.Equal(weights, engine.State.Weights.Values);
        Assert.Equal(weights, engine.State.Average.Values);
        Assert.Contains(engine.State.Optimizer.FirstMoment.ToArray(), moment => moment != 0);
    }

    [Fact]
    public void Steps_InThousands_LeaveNoTensorBehind()
    {
        RandomCase one = RandomCase.Take(20).First(one => one.Features.Choices.Length > 1);
        using TorchEngine engine = new(one.Configuration, Seed, one.Table, one.Features);
        engine.Step(one.RowsOf(0));
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

        Assert.Equal(engine.State.Weights.Values, same.State.Weights.Values);
        Assert.NotEqual(engine.State.Weights.Values.ToArray(), other.State.Weights.Values.ToArray());
    }
}
