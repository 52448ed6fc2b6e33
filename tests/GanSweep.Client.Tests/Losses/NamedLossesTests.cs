using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Progress;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Gan.Configurations;
using GanSweep.Reporting;
using GanSweep.Reporting.Inputs;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Losses;

/// <summary>The losses of a model that this program does not have go from a trainer's report to all that is shown, under their names.</summary>
public sealed class NamedLossesTests : IAsyncLifetime
{
    private const string SweepId = "autoencoders-00000000";
    private const string Trainer = "trainer@1";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes("a,b\n1.5,20\n2,50\n3,10.5\n4,30\n");

    private static readonly ModelDescription Model = new("autoencoder", "Another autoencoder.", LoopKeys.Epochs)
    {
        Losses = [new("reconstruction", "the reconstruction loss"), new("divergence", "the divergence") { Legend = "divergence from the prior" }, new("penalty", "the penalty")],
    };

    private readonly ModelCatalog _models = new(GanKeys.Model, Model);
    private readonly TemporaryFolder _folder = new();
    private ISweepStore _store = null!;
    private SweepCoordinator _coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await OpenStoreAsync();
        string hash = DatasetHash.Of(TableReader.Parse(Content, "table"));
        await _store.SaveDatasetAsync(hash, Content);
        await _store.SaveSweepAsync(new StoredSweep(
            SweepId,
            """{ "name": "autoencoders", "dataset": "t.csv", "config": { "model": "autoencoder", "epochs": 3 } }""",
            hash,
            SweepState.Running,
            Boards.SubmittedAt,
            Boards.Yardsticks,
            new SweepCounts(1, 0, 0, 0, 1, 0),
            BestTotal: null));
        _coordinator = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Losses_BeforeTheFirstEpoch_HaveNamesAndNoValues()
    {
        RunDetails details = await _coordinator.ReadRunAsync(1);

        Assert.Equal("""{"epoch":[],"reconstruction":[],"divergence":[],"penalty":[]}""", await JsonAsync(details));
    }

    [Fact]
    public async Task Losses_OfARunInTraining_AreShownAsTheyAreTold()
    {
        Lease lease = await LeaseAsync();
        await ReportAsync(new ProgressReport(1, lease.Attempt, 2, LossesOf(first: 1, [3, 2], [0, 1], [5, 4]), null));
        await ReportAsync(new ProgressReport(1, lease.Attempt, 3, LossesOf(first: 2, [2, 1], [1, 2], [4, float.NaN]), null));

        string line = ProgressText.Lines(_coordinator.Progress(), [], width: 80, height: 24)[^1];

        Assert.Equal("run 1  epoch 3, final scores  loss reconstruction 1.000 divergence 2.000 penalty –", line);
        Assert.Equal(
            """{"epoch":[1,2,3],"reconstruction":[3,2,1],"divergence":[0,1,2],"penalty":[5,4,null]}""", await JsonAsync(await _coordinator.ReadRunAsync(1)));
    }

    [Fact]
    public async Task Losses_OfACompletedRun_AreShownAsTheyAreStored()
    {
        await CompleteAsync();
        await _store.DisposeAsync();
        _store = await OpenStoreAsync();

        RunDetails details = await (await OpenAsync()).ReadRunAsync(1);

        Assert.Equal("""{"epoch":[1,2,3],"reconstruction":[3,2,1],"divergence":[0,1,2],"penalty":[5,4,null]}""", await JsonAsync(details));
        using TestConsole console = new TestConsole().Width(120);
        RunView.Write(console, SweepId, details);
        Assert.Equal(
            [("loss reconstruction", "3.000 → 1.000"), ("loss divergence", "0.000 → 2.000"), ("loss penalty", "5.000 → –")],
            console.Output.Split('\n').Where(text => text.StartsWith("loss ", StringComparison.Ordinal)).Select(text => (text[..20].TrimEnd(), text[text.IndexOf("  ", 20, StringComparison.Ordinal)..].Split(',')[0].Trim())));
    }

    [Fact]
    public async Task Losses_OfACompletedRun_AreDrawnInTheReport()
    {
        await CompleteAsync();
        using StringWriter html = new(CultureInfo.InvariantCulture);
        HtmlReport.Write(html, new ReportInput
        {
            Board = _coordinator.Leaderboard(top: null),
            Run = await _coordinator.ReadRunAsync(1),
            Provenance = _coordinator.Provenance(),
            Models = _models,
            Real = TableReader.Parse(Content, "t.csv"),
            FreshScores = [],
            MadeAt = Boards.SubmittedAt,
            Version = "1",
        });

        Assert.Contains("</svg>reconstruction</li>", html.ToString(), StringComparison.Ordinal);
        Assert.Contains("</svg>divergence from the prior</li>", html.ToString(), StringComparison.Ordinal);
        Assert.Contains("</svg>penalty</li>", html.ToString(), StringComparison.Ordinal);
        Assert.Contains("Losses of reconstruction and divergence and penalty by epoch", html.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("discriminator", html.ToString(), StringComparison.Ordinal);
    }

    private Task<ISweepStore> OpenStoreAsync()
    {
        return Stores.Kinds.OpenAsync(new StoreOptions { Folder = _folder.Path }, TestContext.Current.CancellationToken);
    }

    private async Task<SweepCoordinator> OpenAsync()
    {
        SweepCoordinator coordinator = new(
            SweepId,
            _store,
            _models,
            new EngineFacts(_ => "1", (_, _) => _ => null),
            new CoordinatorOptions(),
            _ => false,
            TimeProvider.System,
            DispatchProxy.Create<ISweepEvents, Unheard>());
        await coordinator.OpenAsync();
        return coordinator;
    }

    private async Task<Lease> LeaseAsync()
    {
        return Assert.Single((await _coordinator.GrantAsync(Trainer, 1)).Leases);
    }

    private async Task ReportAsync(RunReport report)
    {
        Assert.Equal([ReportAnswer.Accepted], await _coordinator.ReportAsync(Trainer, [report]));
    }

    private async Task CompleteAsync()
    {
        Lease lease = await LeaseAsync();
        RunResult result = new()
        {
            Scores = Boards.Scores(0.01, 0.4).ToWire(),
            BestEpoch = 3,
            Epochs = 3,
            Losses = LossesOf(first: 1, [3, 2, 1], [0, 1, 2], [5, 4, float.NaN]),
            History = [new ScorePoint(3, Boards.Scores(0.01, 0.4).ToWire())],
            Seconds = 1,
        };
        await ReportAsync(new CompletedReport(1, lease.Attempt, result, [1]));
    }

    private static LossHistory LossesOf(int first, params ImmutableArray<float>[] values)
    {
        return new LossHistory(first, [.. Model.Losses.Zip(values, (series, means) => new LossValues(series.Name, means))]);
    }

    private static async Task<string> JsonAsync(RunDetails details)
    {
        using MemoryStream text = new();
        await JsonDocuments.WriteAsync(text, RunDocument.Of(SweepId, details), TestContext.Current.CancellationToken);
        using JsonDocument document = JsonDocument.Parse(text.ToArray());
        return string.Concat(document.RootElement.GetProperty("losses").GetRawText().Where(character => !char.IsWhiteSpace(character)));
    }
}
