using System.Collections.Immutable;
using System.Reflection;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Contracts.Sweeps;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Serialization;

namespace GanSweep.Contracts.Tests.Wire;

public sealed class WireRecordsTests
{
    private static readonly ScoreValues Scores = new(
    [
        new ScoreValue("meanGap", 0.1), new ScoreValue("stdGap", Math.PI), new ScoreValue("correlationDistance", 1e-300), new ScoreValue("total", 0.42),
    ]);

    private static readonly LossHistory Losses = new(3, [new LossValues("reconstruction", [1.5f, 2.5f]), new LossValues("divergence", [0.1f, 0.2f])]);

    private readonly Serializer _serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    public static TheoryData<Type> Records =>
        [.. typeof(ScoreValues).Assembly.GetTypes().Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_Declaration_IsSealedAndHasAnAlias(Type record)
    {
        ArgumentNullException.ThrowIfNull(record);

        Assert.True(record.IsSealed || record.IsAbstract);
        Assert.NotNull(record.GetCustomAttribute<AliasAttribute>(inherit: false));
    }

    [Fact]
    public void Aliases_OfAllRecords_AreDistinct()
    {
        List<string> aliases = [.. Records.Select(row => row.Data.GetCustomAttribute<AliasAttribute>(inherit: false)!.Alias)];

        Assert.Equal(aliases.Count, aliases.Distinct().Count());
    }

    [Fact]
    public void Reports_OfEveryKind_CrossTheWireWhole()
    {
        RunResult result = new()
        {
            Scores = Scores,
            BestEpoch = 7,
            Epochs = 9,
            Losses = Losses,
            History = [new ScorePoint(7, Scores)],
            Seconds = 1.25,
        };
        ImmutableArray<RunReport> reports =
        [
            new ProgressReport(1, 2, 3, Losses, Scores),
            new CheckpointReport(1, 2, 3, [4, 5, 6], GivesBack: true),
            new CompletedReport(1, 2, result, [7, 8], [9]),
            new FailedReport(1, 2, 3, "why", Final: true),
        ];

        ImmutableArray<RunReport> back = RoundTrip(reports);

        ProgressReport progress = Assert.IsType<ProgressReport>(back[0]);
        Assert.Equal((1, 2, 3, Scores), (progress.Run, progress.Attempt, progress.Epoch, progress.BestScores));
        Assert.Equal((3, 2), (progress.Losses.FirstEpoch, progress.Losses.Count));
        Assert.Equal(["reconstruction", "divergence"], progress.Losses.Series.Select(series => series.Name));
        Assert.Equal([1.5f, 2.5f], progress.Losses["reconstruction"]);
        Assert.Equal([0.1f, 0.2f], progress.Losses["divergence"]);
        Assert.Equal([4, 5, 6], Assert.IsType<CheckpointReport>(back[1]).Checkpoint);
        CompletedReport completed = Assert.IsType<CompletedReport>(back[2]);
        Assert.Equal((7, 9, 1.25), (completed.Result.BestEpoch, completed.Result.Epochs, completed.Result.Seconds));
        Assert.Equal([new ScorePoint(7, Scores)], completed.Result.History);
        Assert.Equal([9], completed.Checkpoint);
        Assert.Equal(reports[3], back[3]);
    }

    [Fact]
    public void Lease_OfABeginning_CrossesTheWireWithWhereItEndsAndWhatItGoesOnWith()
    {
        Lease lease = new()
        {
            SweepId = "s",
            Run = 1,
            Attempt = 2,
            RunKey = "key",
            Spec = new RunSpec(new RunConfiguration("gan", "{}"), 3, "hash", 4, Until: 5),
            SecondSample = Scores,
            EngineVersion = "1",
            Epochs = 5,
            Beginning = "other",
            Duration = TimeSpan.FromSeconds(6),
        };

        Assert.Equal(lease, RoundTrip(lease));
    }

    [Fact]
    public void Submission_AsOfWhenItsKeysHaveTheirValues_CrossesTheWire()
    {
        SweepSubmission submission = new("{}", "hash", HasFormerDefaults: true, HasExactValues: true);

        Assert.Equal(submission, RoundTrip(submission));
    }

    [Fact]
    public void Configuration_NameAndText_CrossTheWire()
    {
        RunConfiguration configuration = new("gan", """{"loss":"minimax","beta1":0.30000000000000004}""");

        Assert.Equal(configuration, RoundTrip(configuration));
    }

    [Fact]
    public void Yardsticks_EveryPart_CrossesTheWire()
    {
        YardstickValues yardsticks = new(Scores, new ScoreValues([new ScoreValue("closerToTraining", double.NaN)]))
        {
            CoExceedance90 = 0.028,
            Unseen = [new RangeValues("closerToTraining", 0.49, 0.43, 0.55)],
            Baselines = [new BaselineValues("smote", Scores), new BaselineValues("dpCopula", Scores) { Epsilon = 3, Delta = 1e-5 }],
        };

        YardstickValues back = RoundTrip(yardsticks);

        Assert.Equal((yardsticks.Floor, yardsticks.SecondSample, 0.028), (back.Floor, back.SecondSample, back.CoExceedance90));
        Assert.Equal(yardsticks.Unseen, back.Unseen);
        Assert.Equal(yardsticks.Baselines, back.Baselines);
    }

    [Fact]
    public void Exceptions_AcrossTheWire_KeepTypeAndMessage()
    {
        Exception back = RoundTrip<Exception>(new SweepNotFoundException("There is no sweep x."));

        Assert.Equal("There is no sweep x.", Assert.IsType<SweepNotFoundException>(back).Message);
    }

    private T RoundTrip<T>(T value)
    {
        return _serializer.Deserialize<T>(_serializer.SerializeToArray(value))!;
    }
}
