using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;
using GanSweep.Training.Loop;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;

namespace GanSweep.Silo.Tests.Families;

/// <summary>What every family that this program can train must keep.</summary>
public sealed class ModelFamilyTests
{
    private const int Rows = 40;
    // Too few for the scores that models are trained for, which would take longer than the trainings.
    private const int EvaluationRows = 24;
    private const int Epochs = 3;

    // Three batches an epoch.
    private const int Steps = 9;

    private static readonly Table Table = MakeTable();
    private static readonly FeatureLayout Features = new(Table.ColumnCount);
    private static readonly Scores SecondSample = YardstickEstimator.SecondSample(Table, CancellationToken.None);

    public static TheoryData<string> Models => [.. Silo.Models.Families.All.Select(family => family.Model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_Keys_HaveThoseOfTheLoop(string model)
    {
        ConfigurationKey[] ofTheLoop = [LoopKeys.BatchSize, LoopKeys.Epochs, LoopKeys.EvaluationInterval, LoopKeys.Patience, LoopKeys.Clip];

        Assert.Empty(ofTheLoop.Except(Silo.Models.Families[model].Model.Keys));
    }

    // The schema has one definition a name, whichever models have it.
    [Fact]
    public void Keys_OfOneName_AllowTheSameInEveryModel()
    {
        foreach (IGrouping<string, ConfigurationKey> keys in Silo.Models.Families.All.SelectMany(family => family.Model.Keys).GroupBy(key => key.Name))
        {
            Assert.Single(keys.Select(AllowedOf).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Train_Twice_EndsInTheSameBits(string model)
    {
        AssertSame(Complete(TaskOf(model)), Complete(TaskOf(model)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Train_FromTheCheckpointOfAnyStep_EndsInTheSameBits(string model)
    {
        Recorder recorder = new();
        TrainingOutcome.Completed whole = Complete(TaskOf(model), recorder);

        Assert.Equal(Steps, recorder.Checkpoints.Count);
        Assert.All(recorder.Checkpoints, checkpoint => AssertSame(whole, Complete(TaskOf(model), checkpoint: checkpoint)));
    }

    // Every second epoch is scored: the first, where the beginning ends, is so for the beginning alone.
    [Theory]
    [MemberData(nameof(Models))]
    public void Train_GoingOnWithABeginning_EndsInTheBitsOfTheWholeRun(string model)
    {
        TrainingTask whole = TaskOf(model);
        TrainingTask beginning = whole with { RunKey = new string('3', 64), Until = 1 };
        TrainingTask rest = whole with { Beginning = beginning.RunKey };
        TrainingOutcome.Completed expected = Complete(whole);
        (Recorder ofBeginning, Recorder ofRest) = (new(), new());

        TrainingOutcome.Completed begun = Complete(beginning, ofBeginning);
        TrainingOutcome.Completed goneOn = Complete(rest, ofRest, begun.Checkpoint);

        AssertSame(expected, goneOn);
        Assert.Equal((1, Epochs - 1), (ofBeginning.Losses.Count, ofRest.Losses.Count));
        Assert.All(ofBeginning.Checkpoints, killed =>
        {
            TrainingOutcome.Completed again = Complete(beginning, checkpoint: killed);
            AssertSame(begun, again);
            AssertSame(expected, Complete(rest, checkpoint: again.Checkpoint));
        });
        Assert.All(ofRest.Checkpoints, killed => AssertSame(expected, Complete(rest, checkpoint: killed)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Train_OfAnEpoch_ReportsAsManyLossesAsAreNamed(string model)
    {
        Recorder recorder = new();

        Complete(TaskOf(model), recorder);

        ImmutableArray<LossSeries> series = Silo.Models.Catalog[model].Losses;
        Assert.Equal(series.Length, series.Select(loss => loss.Name).Except(["epoch"]).Count());
        Assert.Equal(Epochs, recorder.Losses.Count);
        Assert.All(recorder.Losses, losses => Assert.Equal((series, series.Length), (losses.Series, losses.Values.Length)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Generate_BeforeTheFirstStep_GivesFiniteRowsOfTheTablesColumns(string model)
    {
        TrainingTask task = TaskOf(model);
        float[] table = TableTransform.Fit(task.Family.TransformOf(task.Configuration), Table, clip: false).Forward(Table);

        using IModelRun run = task.Family.Start(new RunStart(task.Configuration, task.Seed, table, Features));
        float[] rows = new float[7 * Table.ColumnCount];
        Array.Fill(rows, float.NaN);

        run.Generate(new CounterRandom(1, RandomPurpose.Evaluation, 0), rows);

        Assert.All(rows, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Part_OfEveryName_IsAMemoryOfItsOwnAndOneIsTheWeights(string model)
    {
        TrainingTask task = TaskOf(model);
        using IModelRun run = task.Family.Start(new RunStart(task.Configuration, task.Seed, new float[Features.Count], Features));
        int found = 0;

        foreach (string name in run.Parts)
        {
            found += run.Part(name) == run.Weights ? 1 : 0;
            run.Part(name).Fill(run.Parts.IndexOf(name));
        }

        Assert.Equal(1, found);
        foreach (string name in run.Parts)
        {
            Assert.False(run.Part(name).ContainsAnyExcept((float)run.Parts.IndexOf(name)), name);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void LayoutOf_DefaultConfiguration_HasTheNumbersOfTheWeightsUnderNamesThatDiffer(string model)
    {
        TrainingTask task = TaskOf(model);
        using IModelRun run = task.Family.Start(new RunStart(task.Configuration, task.Seed, new float[Features.Count], Features));

        GeneratorLayout layout = task.Family.LayoutOf(task.Configuration, Features);

        Assert.Equal(JsonValueKind.Object, layout.Architecture.ValueKind);
        Assert.Equal(run.Weights.Length, layout.Tensors.Sum(tensor => tensor.Count));
        Assert.Equal(layout.Tensors.Length, layout.Tensors.DistinctBy(tensor => tensor.Name).Count());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Open_WeightsOfARun_GeneratesItsRows(string model)
    {
        TrainingTask task = TaskOf(model);
        float[] table = TableTransform.Fit(task.Family.TransformOf(task.Configuration), Table, clip: false).Forward(Table);
        using IModelRun run = task.Family.Start(new RunStart(task.Configuration, task.Seed, table, Features));
        using IRowGenerator opened = task.Family.Open(task.Configuration, run.Weights, Features);
        float[] expected = new float[70 * Table.ColumnCount];
        float[] rows = new float[expected.Length];

        run.Generate(new CounterRandom(1, RandomPurpose.Evaluation, 0), expected);
        opened.Generate(new CounterRandom(1, RandomPurpose.Evaluation, 0), rows);

        Assert.All(expected.Zip(rows), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Draw_FromTheFileOfATraining_GivesRowsAndTheFileAgain(string model)
    {
        byte[] file = Complete(TaskOf(model, calibrate: true)).Generator;

        TrainedGenerator generator = GeneratorFileReader.Read(file, "g.zip", Silo.Models.Families);
        Table[] drawn = [.. RowSampler.Draw(generator, 10, seed: 1)];

        Assert.Same(Silo.Models.Families[model], generator.Family);
        Assert.Equal(file, GeneratorFileWriter.Write(generator));
        Assert.Equal((10, Table.ColumnCount), (Assert.Single(drawn).RowCount, drawn[0].ColumnCount));
        Assert.Equal(Table.ColumnNames, drawn[0].ColumnNames);
    }

    private static string AllowedOf(ConfigurationKey key)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text))
        {
            writer.WriteStartObject();
            key.Setting.WriteType(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    // The generator that is chosen is calibrated, by the loop and not by the family, on half a million rows: twenty times what these trainings take.
    private static TrainingTask TaskOf(string model, bool calibrate = false)
    {
        IModelFamily family = Silo.Models.Families[model];
        Configuration said = family.Model.Defaults
            .With(LoopKeys.Epochs, Epochs)
            .With(LoopKeys.EvaluationInterval, 2)
            .With(LoopKeys.BatchSize, 16);
        if (!calibrate && family.Model.Keys.Contains(LoopKeys.Calibrate))
        {
            said = said.With(LoopKeys.Calibrate, false);
        }

        return new TrainingTask
        {
            Family = family,
            Configuration = family.Model.FittedTo(said, new TrainingSize(Table.RowCount, Table.ColumnCount)),
            Seed = 3,
            Table = Table,
            EvaluationRows = EvaluationRows,
            SecondSample = SecondSample,
            RunKey = new string('1', 64),
            SweepId = "tiny-00000000",
            DatasetHash = new string('2', 64),
        };
    }

    private static TrainingOutcome.Completed Complete(TrainingTask task, Recorder? recorder = null, byte[]? checkpoint = null)
    {
        return Assert.IsType<TrainingOutcome.Completed>(
            Trainer.Train(task, checkpoint, recorder ?? new Recorder(), TimeProvider.System, CancellationToken.None));
    }

    private static void AssertSame(TrainingOutcome.Completed expected, TrainingOutcome.Completed actual)
    {
        Assert.Equal(expected.Generator, actual.Generator);
        Assert.Equal(expected.Result.History, actual.Result.History);
        Assert.Equal((expected.Result.Scores, expected.Result.BestEpoch), (actual.Result.Scores, actual.Result.BestEpoch));
    }

    private static Table MakeTable()
    {
        float[] normals = new float[2 * Rows];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(normals);
        return new Table(
            ["first", "second"],
            [[.. normals.Take(Rows).Select(value => (double)value)], [.. normals.Skip(Rows).Select(value => 100 + (10.0 * value))]]);
    }

    /// <summary>Asks for a checkpoint before every step, and keeps what it is told.</summary>
    private sealed class Recorder : ITrainingObserver
    {
        public List<EpochLosses> Losses { get; } = [];

        public List<byte[]> Checkpoints { get; } = [];

        public void EpochCompleted(int epoch, EpochLosses losses)
        {
            Losses.Add(losses);
        }

        public void Evaluated(ScoredEpoch point, bool best)
        {
        }

        public bool CheckpointDue()
        {
            return true;
        }

        public void Checkpoint(int epoch, byte[] checkpoint)
        {
            Checkpoints.Add(checkpoint);
        }
    }
}
