using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Clusters;

/// <summary>Redis, a coordinator and trainers, each a process of its own, on the loopback and free ports. All end with it.</summary>
internal sealed partial class SiloCluster : IAsyncDisposable
{
    /// <summary>The collection of the tests that start clusters: each is half a dozen processes that train, so they take turns.</summary>
    public const string OneAtATime = "clusters";

    private readonly int _gateway = Ports.Free();
    private readonly int _slots;
    private readonly string[] _certificates;
    private readonly StringBuilder _earlierLogs = new();
    private readonly List<ProgramProcess> _trainers = [];
    private readonly List<ProgramProcess> _submissions = [];
    private ProgramProcess _coordinator = null!;

    private SiloCluster(TemporaryFolder folder, RedisServer redis, int slots, bool isCertified)
    {
        Folder = folder;
        Redis = redis;
        _slots = slots;
        _certificates = isCertified ? ["--certificates", folder["certificates"]] : [];
    }

    public TemporaryFolder Folder { get; }

    public RedisServer Redis { get; }

    public ProgramProcess Coordinator => _coordinator;

    /// <summary>Every trainer that was ever started and has not been forgotten.</summary>
    public IReadOnlyList<ProgramProcess> Trainers => _trainers;

    public string StoreFolder => Folder["store"];

    public string Gateway => $"localhost:{_gateway}";

    /// <summary>What the coordinator has logged, over all its lives.</summary>
    public string CoordinatorLog => _earlierLogs + _coordinator.Output;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a cluster whose trainers have <paramref name="slots"/> slots each and checkpoint every half second.</summary>
    /// <param name="trainers">How many trainers.</param>
    /// <param name="slots">Their slots.</param>
    /// <param name="isCertified">Whether all show each other certificates, an operator's the client's, and Redis asks for a password.</param>
    public static async Task<SiloCluster> StartAsync(int trainers, int slots = 2, bool isCertified = false)
    {
        TemporaryFolder folder = new();
        SiloCluster cluster = new(folder, await RedisServer.StartAsync(folder.Path, isCertified, Cancellation), slots, isCertified);
        if (isCertified)
        {
            await cluster.CertificatesAsync();
        }

        cluster.LaunchCoordinator();
        for (int i = 0; i < trainers; i++)
        {
            cluster.LaunchTrainer();
        }

        await cluster.ReadyAsync();
        return cluster;
    }

    /// <summary>Starts a trainer without waiting for it.</summary>
    public ProgramProcess LaunchTrainer()
    {
        ProgramProcess trainer = ProgramProcess.Silo(
            Folder.Path,
            ["--roles", "trainer", "--redis", Redis.Address, "--siloPort", "0", "--slots", Text(_slots), "--checkpointSeconds", "0.5", .. _certificates]);
        _trainers.Add(trainer);
        return trainer;
    }

    /// <summary>Starts a coordinator on the cluster's store without waiting for it; the one before must be gone.</summary>
    public void LaunchCoordinator()
    {
        if (_coordinator is not null)
        {
            _earlierLogs.Append(_coordinator.Output);
        }

        _coordinator = ProgramProcess.Silo(
            Folder.Path,
            ["--roles", "coordinator", "--redis", Redis.Address, "--siloPort", "0", "--gatewayPort", Text(_gateway), "--data", StoreFolder, .. _certificates]);
    }

    /// <summary>Waits until every silo that lives is ready.</summary>
    public async Task ReadyAsync()
    {
        foreach (ProgramProcess silo in _trainers.Append(_coordinator).Where(silo => !silo.HasExited))
        {
            await silo.WaitForAsync("Ready", Cancellation);
        }
    }

    /// <summary>Submits a sweep and returns its id as soon as it is printed: until the client has ended, a short sweep may be over.</summary>
    public async Task<string> SubmitAsync(string sweep)
    {
        ProgramProcess client = Verb("submit", sweep);
        _submissions.Add(client);
        await UntilAsync(() => client.Output.Contains('\n', StringComparison.Ordinal) || client.HasExited);
        Assert.True(!client.HasExited || await client.ExitAsync(Cancellation) == 0, client.Errors);
        return client.Output.Trim();
    }

    /// <summary>Makes certificates, with what else the verb takes.</summary>
    public async Task CertificatesAsync(params string[] options)
    {
        await using ProgramProcess made = ProgramProcess.Client(Folder.Path, ["certificates", "--out", Folder["certificates"], .. options]);
        Assert.True(await made.ExitAsync(Cancellation) == 0, made.Errors);
    }

    /// <summary>A verb through the cluster's gateway.</summary>
    public async Task<string> ClientAsync(params string[] arguments)
    {
        await using ProgramProcess client = Verb(arguments);
        Assert.True(await client.ExitAsync(Cancellation) == 0, client.Errors);
        return client.Output;
    }

    /// <summary>The address under which a trainer holds leases.</summary>
    public static string AddressOf(ProgramProcess trainer)
    {
        return AddressPattern.Match(trainer.Output).Groups["address"].Value;
    }

    /// <summary>The leases granted so far, in order.</summary>
    public IReadOnlyList<(int Run, int Attempt, string Trainer)> Grants()
    {
        return
        [
            .. GrantPattern.Matches(CoordinatorLog).Select(match => (
                int.Parse(match.Groups["run"].Value, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["attempt"].Value, CultureInfo.InvariantCulture),
                match.Groups["trainer"].Value)),
        ];
    }

    /// <summary>The runs that have completed so far, in order.</summary>
    public IReadOnlyList<int> Completions()
    {
        return [.. CompletionPattern.Matches(CoordinatorLog).Select(match => int.Parse(match.Groups["run"].Value, CultureInfo.InvariantCulture))];
    }

    /// <summary>A living trainer that trains.</summary>
    public ProgramProcess BusyTrainer()
    {
        return _trainers.First(trainer => !trainer.HasExited && RunsOf(trainer).Count > 0);
    }

    /// <summary>The runs that a trainer holds the last lease of, says that it trains, and has not completed. A grant alone may still be on its way.</summary>
    public IReadOnlyList<int> RunsOf(ProgramProcess trainer)
    {
        string address = AddressOf(trainer);
        HashSet<(int Run, int Attempt)> started =
        [
            .. TrainingPattern.Matches(trainer.Output).Select(match => (
                int.Parse(match.Groups["run"].Value, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["attempt"].Value, CultureInfo.InvariantCulture))),
        ];
        return
        [
            .. Grants()
                .GroupBy(grant => grant.Run)
                .Select(run => run.Last())
                .Where(grant => grant.Trainer == address && started.Contains((grant.Run, grant.Attempt)))
                .Select(grant => grant.Run)
                .Except(Completions()),
        ];
    }

    /// <summary>Waits until every run that is not completed is trained under its last lease, by trainers that live.</summary>
    public async Task EveryRunIsTrainedAsync(int runs)
    {
        await UntilAsync(() => _trainers.Where(trainer => !trainer.HasExited).Sum(trainer => RunsOf(trainer).Count) + Completions().Distinct().Count() >= runs);
    }

    /// <summary>Waits until the condition holds; a test that waits in vain fails after four minutes and shows the coordinator's log.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(4));
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, CoordinatorLog);
            await Task.Delay(20, Cancellation);
        }
    }

    /// <summary>Waits for the sweep's end, stops everything in good order and checks what is left against an undisturbed sweep.</summary>
    public async Task AuditAsync(string sweepId, string undisturbedStore)
    {
        await UntilAsync(() => CoordinatorLog.Contains($"Sweep {sweepId} has ended", StringComparison.Ordinal));
        foreach (IGrouping<int, (int Run, int Attempt, string Trainer)> run in Grants().GroupBy(grant => grant.Run))
        {
            Assert.Equal(run.Select(grant => grant.Attempt).Distinct().Order(), run.Select(grant => grant.Attempt));
        }

        Assert.Equal(Completions().Distinct(), Completions());

        // One that has just been started would not know the signal yet.
        await _coordinator.WaitForAsync("Ready", Cancellation);
        _coordinator.Terminate();
        Assert.Equal(0, await _coordinator.ExitAsync(Cancellation));
        await SweepAudit.AssertSameAsync(undisturbedStore, StoreFolder, sweepId);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ProgramProcess process in _submissions.Concat(_trainers).Append(_coordinator))
        {
            await process.DisposeAsync();
        }

        await Redis.DisposeAsync();
        Folder.Dispose();
    }

    private ProgramProcess Verb(params string[] arguments)
    {
        string[] certificate = _certificates.Length == 0 ? [] : ["--certificates", Path.Combine(Folder["certificates"], "operator")];
        return ProgramProcess.Client(Folder.Path, [.. arguments, "--cluster", Gateway, .. certificate]);
    }

    private static string Text(int number)
    {
        return number.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Trainer (?<address>\S+) has started", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern { get; }

    [GeneratedRegex(@"Run (?<run>\d+) of \S+ is granted as attempt (?<attempt>\d+) to (?<trainer>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GrantPattern { get; }

    [GeneratedRegex(@"Run (?<run>\d+) of \S+, attempt \d+, has completed", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CompletionPattern { get; }

    [GeneratedRegex(@"Training run (?<run>\d+) of \S+, attempt (?<attempt>\d+), from epoch", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrainingPattern { get; }
}
