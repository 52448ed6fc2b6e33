using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Families;
using GanSweep.Grains.Trainers;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Tests.Trainers;

public sealed class RunTrainerTests
{
    private const int EvaluationRows = 50;

    private static readonly Table Table = MakeTable();
    private static readonly Scores SecondSample = YardstickEstimator.SecondSample(Table, CancellationToken.None);

    private static readonly RunSpec Spec = SpecOf("fused");

    private static readonly RunSpec Torch = SpecOf("torch");

    [Fact]
    public void Train_EachEngine_NamesTheLeasesEngineInTheGenerator()
    {
        foreach (RunSpec spec in (RunSpec[])[Spec, Torch])
        {
            Lease lease = LeaseOf(spec, EngineVersion.Of(TestModels.Typed(spec.Configuration).Engine));

            TrainingOutcome.Completed completed = Train(lease);

            TrainedGenerator generator = GeneratorFileReader.Read(completed.Generator, "generator", new ModelFamilies(new GanFamily()));
            Assert.Equal((lease.EngineVersion, lease.RunKey), (generator.EngineVersion, generator.RunKey));
        }
    }

    [Fact]
    public void Train_ByTheTorchEngineForACoordinatorWithAnotherProcessor_IsRefusedWithTheWayOut()
    {
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => Train(LeaseOf(Torch, "engine-4-torch-other")));

        Assert.Contains("engine-4-torch-other", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("\"fused\" runs on any", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_ForACoordinatorOfAnotherVersion_IsRefusedWithTheWayOut()
    {
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => Train(LeaseOf(Spec, "engine-1")));

        Assert.Contains("Run the same GanSweep version on every silo.", refusal.Message, StringComparison.Ordinal);
    }

    private static RunSpec SpecOf(string engine)
    {
        return new RunSpec(
            TestModels.Gan($$"""{ "epochs": 3, "generatorLayers": [6], "discriminatorLayers": [5], "engine": "{{engine}}" }"""),
            3,
            new string('2', 64),
            EvaluationRows);
    }

    private static TrainingOutcome.Completed Train(Lease lease)
    {
        return Assert.IsType<TrainingOutcome.Completed>(new RunTrainer(new ModelFamilies(new GanFamily()), TimeProvider.System).Train(lease, Table, null, new Nobody(), TestContext.Current.CancellationToken));
    }

    private static Lease LeaseOf(RunSpec spec, string engineVersion)
    {
        return new Lease
        {
            SweepId = "small-00000000",
            Run = 1,
            Attempt = 1,
            RunKey = RunKey.Compute(spec, engineVersion),
            EngineVersion = engineVersion,
            Spec = spec,
            SecondSample = SecondSample.ToWire(),
            Epochs = 3,
            Duration = TimeSpan.FromMinutes(1),
        };
    }

    private static Table MakeTable()
    {
        double[][] columns = [new double[30], new double[30]];
        float[] numbers = new float[60];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(numbers);
        for (int i = 0; i < numbers.Length; i++)
        {
            columns[i % 2][i / 2] = numbers[i];
        }

        return new Table(["first", "second"], columns);
    }

    /// <summary>Follows nothing.</summary>
    private sealed class Nobody : ITrainingObserver
    {
        public void EpochCompleted(int epoch, EpochLosses losses)
        {
        }

        public void Evaluated(ScoredEpoch point, bool best)
        {
        }

        public bool CheckpointDue()
        {
            return false;
        }

        public void Checkpoint(int epoch, byte[] checkpoint)
        {
        }
    }
}
