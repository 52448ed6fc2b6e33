using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Gan.Configurations;
using GanSweep.Grains.Metrics;
using GanSweep.Grains.Trainers;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Grains.Tests.Trainers;

/// <summary>Leases, and what happens to the runs that they are for.</summary>
internal static class TestRuns
{
    private static readonly ScoreValues SecondSample = YardstickEstimator.SecondSample(Table, CancellationToken.None).ToWire();

    public static Table Table => new(["a", "b"], [[1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]]);

    public static Lease Lease(int run = 1, string sweepId = "sweep", int attempt = 1, string configuration = "{}")
    {
        return new Lease
        {
            SweepId = sweepId,
            Run = run,
            Attempt = attempt,
            RunKey = new string('1', 64),
            EngineVersion = "engine",
            Spec = new RunSpec(TestModels.Gan(configuration), 3, new string('2', 64), 20),
            SecondSample = SecondSample,
            Epochs = 100,
            Duration = TimeSpan.FromSeconds(10),
        };
    }

    public static LeasedRun Leased(Lease? lease = null, TrainerOptions? options = null, TimeProvider? time = null, Action? somethingToSay = null, CancellationToken trainerStops = default)
    {
        return new LeasedRun(lease ?? Lease(), options ?? new TrainerOptions(), Metrics(), time ?? TimeProvider.System, somethingToSay ?? (() => { }), trainerStops);
    }

    public static TrainerMetrics Metrics()
    {
        return new TrainerMetrics(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
    }

    public static Scores ScoresOf(double gap)
    {
        return new Scores { [Score.MeanGap] = gap, [Score.StdGap] = gap, [Score.CorrelationDistance] = gap, [Score.JsEstimate] = gap, [Score.Total] = gap };
    }

    public static TrainedRun Result(int epochs, int bestEpoch, double seconds)
    {
        return new TrainedRun
        {
            Scores = ScoresOf(0.2),
            BestEpoch = bestEpoch,
            Epochs = epochs,
            Losses = [.. Enumerable.Range(1, epochs).Select(epoch => LossesOf(epoch, epoch, epoch, epoch))],
            History = [new ScoredEpoch(10, ScoresOf(0.3)), new ScoredEpoch(20, ScoresOf(0.2))],
            Seconds = seconds,
        };
    }

    public static RunResult WireResult()
    {
        return new RunResult { Scores = ScoresOf(0.2).ToWire(), BestEpoch = 1, Epochs = 1, Losses = LossHistory.Empty, History = [], Seconds = 1 };
    }

    public static void CompleteEpoch(this ITrainingObserver observer, int epoch)
    {
        observer.EpochCompleted(epoch, LossesOf(epoch, epoch, epoch, -epoch));
    }

    private static EpochLosses LossesOf(params ImmutableArray<float> values)
    {
        return new EpochLosses(GanKeys.Model.Losses, values);
    }
}
