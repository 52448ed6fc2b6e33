using System.Collections.Immutable;
using System.Text;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Gan.Configurations;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Testing.Stores;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Sweeps.Tests.Coordination;

/// <summary>
/// A sweep over values of latentDim and its coordinator, on a store in memory and a faked clock; what happens is noted. Nothing waits unless
/// the store is told to. The test plays the trainers.
/// </summary>
internal sealed class CoordinatedSweep
{
    public const string Engine = "engine";

    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan RestartGrace = TimeSpan.FromSeconds(4);

    private static readonly byte[] Table = Encoding.UTF8.GetBytes("a,b\n1,2\n3,4\n5,7\n8,9\n");

    // Totals are held against these, so a run whose four default scores are all x has the total x.
    private static readonly Scores Ones = AllAt(1);

    private CoordinatedSweep(string json, MemorySweepStore store)
    {
        Json = json;
        Store = store;
        Id = SweepId.Compute(TestModels.Parse(json), DatasetHash, Engine);
        Coordinator = CoordinatorOf(Id);
    }

    public static string DatasetHash { get; } = Tables.Formats.DatasetHash.Of(Tables.Formats.TableReader.Parse(Table, "table"));

    public static Yardsticks Yardsticks { get; } = new(Ones, Ones);

    public string Json { get; }

    public string Id { get; }

    public MemorySweepStore Store { get; }

    public FakeTimeProvider Time { get; } = new();

    public NotedEvents Events { get; } = new();

    /// <summary>The trainers that are known to be dead.</summary>
    public HashSet<string> Gone { get; } = [];

    public SweepCoordinator Coordinator { get; private set; }

    /// <summary>A sweep that nobody has submitted yet, of a table that its store holds.</summary>
    public static async Task<CoordinatedSweep> NewAsync(
        string latentDims = "1, 2, 3", string more = "", MemorySweepStore? store = null, int? evaluationRows = 20, string space = "")
    {
        store ??= new MemorySweepStore();
        string rows = evaluationRows is { } count ? $", \"evaluationRows\": {count}" : "";
        await store.SaveDatasetAsync(DatasetHash, Table);
        CoordinatedSweep sweep = new(
            $$"""{ "name": "s", "dataset": "x.csv"{{rows}}, "config": { "epochs": 10 }, "space": { "latentDim": [{{latentDims}}]{{space}} }{{more}} }""",
            store);
        await sweep.Coordinator.OpenAsync();
        return sweep;
    }

    /// <summary>A sweep that is submitted and has its yardsticks.</summary>
    public static async Task<CoordinatedSweep> SubmittedAsync(
        string latentDims = "1, 2, 3", string more = "", MemorySweepStore? store = null, int? evaluationRows = 20, string space = "")
    {
        CoordinatedSweep sweep = await NewAsync(latentDims, more, store, evaluationRows, space);
        await sweep.SubmitAsync();
        await sweep.Coordinator.SetYardsticksAsync(Yardsticks);
        sweep.Events.Take();
        return sweep;
    }

    public Task<SweepSummary> SubmitAsync()
    {
        return Coordinator.SubmitAsync(new SweepSubmission(Json, DatasetHash));
    }

    /// <summary>Another coordinator goes on from what the store holds.</summary>
    public async Task RestartAsync()
    {
        Coordinator = CoordinatorOf(Id);
        Events.Take();
        await Coordinator.OpenAsync();
    }

    public async Task<ImmutableArray<Lease>> GrantAsync(int count, string trainer = "a")
    {
        return (await Coordinator.GrantAsync(trainer, count)).Leases;
    }

    public async Task<ReportAnswer> ReportAsync(RunReport report, string trainer = "a")
    {
        return Assert.Single(await Coordinator.ReportAsync(trainer, [report]));
    }

    /// <summary>Grants the next run and lets it complete.</summary>
    public async Task<Lease> TrainNextAsync(double total, string trainer = "a")
    {
        Lease lease = Assert.Single(await GrantAsync(1, trainer));
        Assert.Equal(ReportAnswer.Accepted, await ReportAsync(Completed(lease, total), trainer));
        return lease;
    }

    /// <summary>A beginning hands its own key over.</summary>
    public static CompletedReport Completed(Lease lease, double total)
    {
        RunResult result = Result(total) with { Epochs = lease.Epochs };
        return new CompletedReport(lease.Run, lease.Attempt, result, Generator(lease), lease.Spec.Until is null ? null : Encoding.UTF8.GetBytes(lease.RunKey));
    }

    public static FailedReport Failed(Lease lease, bool final = false, string reason = "it threw")
    {
        return new FailedReport(lease.Run, lease.Attempt, 3, reason, final);
    }

    /// <summary>Epochs up to one, whose losses are their own numbers.</summary>
    public static ProgressReport Progress(Lease lease, int firstEpoch, int epoch, double? best = null)
    {
        ImmutableArray<float> losses = [.. Enumerable.Range(firstEpoch, epoch - firstEpoch + 1).Select(i => (float)i)];
        return new ProgressReport(
            lease.Run,
            lease.Attempt,
            epoch,
            new LossHistory(firstEpoch, [.. GanKeys.Model.Losses.Select(series => new LossValues(series.Name, losses))]),
            best is { } total ? AllAt(total).ToWire() : null);
    }

    public static byte[] Generator(Lease lease)
    {
        return [(byte)lease.Run, (byte)lease.Attempt];
    }

    public static RunResult Result(double total)
    {
        return new RunResult
        {
            Scores = AllAt(total).ToWire(),
            BestEpoch = 4,
            Epochs = 10,
            Losses = new LossHistory(1, [new LossValues("discriminator", [0.5f])]),
            History = [],
            Seconds = 2,
        };
    }

    public static Scores AllAt(double value)
    {
        return new Scores
        {
            [Score.MeanGap] = value,
            [Score.StdGap] = value,
            [Score.CorrelationDistance] = value,
            [Score.JsEstimate] = value,
            [Score.Total] = value,
        };
    }

    /// <summary>A coordinator of a sweep of the same store.</summary>
    public SweepCoordinator CoordinatorOf(string sweepId)
    {
        CoordinatorOptions options = new() { LeaseDuration = LeaseDuration, RestartGrace = RestartGrace };
        return new SweepCoordinator(sweepId, Store, TestModels.Catalog, new EngineFacts(_ => Engine, (_, _) => _ => null), options, Gone.Contains, Time, Events);
    }
}
