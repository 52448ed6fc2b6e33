using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Grains.Metrics;
using GanSweep.Grains.Placement;
using GanSweep.Grains.Silos;
using GanSweep.Grains.Threads;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Attempts;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace GanSweep.Grains.Sweeps;

/// <summary>
/// The shell of a <see cref="SweepCoordinator"/>: turns calls into calls of it. A change that the store refuses ends the activation, and
/// the next call begins again from what the store holds.
/// </summary>
/// <remarks>Reentrant, so that reports that come together share the store's wait for the disk.</remarks>
[Reentrant]
[KeepAlive]
[CoordinatorPlacement]
internal sealed partial class SweepGrain : Grain, ISweepGrain
{
    private readonly CancellationTokenSource _deactivating = new();
    private readonly SweepCoordinator _coordinator;
    private readonly WorkThreads _threads;
    private readonly KeyedTurns _turns;
    private readonly SweepMetrics _metrics;
    private readonly AttemptLog _attempts;
    private readonly ErrorLog _errors;
    private readonly ILogger<SweepGrain> _logger;
    private Task _preparing = Task.CompletedTask;

    public SweepGrain(
        ISweepStore store,
        IClusterMembershipService membership,
        ModelCatalog models,
        EngineFacts engine,
        IOptions<CoordinatorOptions> options,
        WorkThreads threads,
        KeyedTurns turns,
        SweepMetrics metrics,
        ErrorLog errors,
        TimeProvider time,
        ILogger<SweepGrain> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _threads = threads;
        _turns = turns;
        _metrics = metrics;
        _errors = errors;
        _logger = logger;
        _attempts = new AttemptLog(time);
        _coordinator = new SweepCoordinator(
            SweepId,
            store,
            models,
            engine,
            options.Value,
            trainer => TrainerBook.IsGone(membership, trainer),
            time,
            new SweepEvents(SweepId, metrics, _attempts, errors, logger, DeactivateOnIdle));
    }

    private string SweepId => this.GetPrimaryKeyString();

    // Else every name that is asked for would stay in memory.
    private SweepCoordinator Coordinator
    {
        get
        {
            if (!_coordinator.Exists)
            {
                DeactivateOnIdle();
            }

            return _coordinator;
        }
    }

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _coordinator.OpenAsync();
        if (_coordinator.Exists)
        {
            await PrepareAsync();
        }
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // The next activation must find the store as this one leaves it.
        await _deactivating.CancelAsync();
        await _preparing;
        _metrics.Forget(SweepId);
    }

    /// <inheritdoc/>
    public async Task<SweepSummary> SubmitAsync(SweepSubmission submission)
    {
        SweepSummary summary = await _coordinator.SubmitAsync(submission);
        await PrepareAsync();
        await AnnounceAsync();
        return summary;
    }

    /// <inheritdoc/>
    public Task<Grants> GrantAsync(string trainer, int count)
    {
        return GrantedAsync(trainer, Coordinator.GrantAsync(trainer, count));
    }

    /// <inheritdoc/>
    public Task<RunCheckpoint?> ReadCheckpointAsync(int run, int attempt)
    {
        return Coordinator.ReadCheckpointAsync(run, attempt);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ReportAnswer>> ReportAsync(string trainer, ImmutableArray<RunReport> reports)
    {
        return AnsweredAsync(trainer, reports, Coordinator.ReportAsync(trainer, reports));
    }

    /// <inheritdoc/>
    public Task<SweepSummary> GetSummaryAsync()
    {
        return Task.FromResult(Coordinator.Summary());
    }

    /// <inheritdoc/>
    public Task<SweepProgress> GetProgressAsync()
    {
        return Task.FromResult(Coordinator.Progress());
    }

    /// <inheritdoc/>
    public Task<Leaderboard> GetLeaderboardAsync(int? top)
    {
        return Coordinator.LeaderboardAsync(top, async () => await Task.Yield());
    }

    /// <inheritdoc/>
    public Task<RunDetails> GetRunAsync(int run)
    {
        return Coordinator.ReadRunAsync(run);
    }

    /// <inheritdoc/>
    public Task<SweepProvenance> GetProvenanceAsync()
    {
        return Task.FromResult(Coordinator.Provenance());
    }

    /// <inheritdoc/>
    public Task<Timeline> GetTimelineAsync()
    {
        _ = Coordinator.Summary();
        return Task.FromResult(_attempts.View());
    }

    /// <inheritdoc/>
    public Task<GeneratorFile> GetGeneratorAsync(int? run)
    {
        return Coordinator.ReadGeneratorAsync(run);
    }

    /// <inheritdoc/>
    public Task<SweepSummary> CancelAsync()
    {
        return Coordinator.CancelAsync();
    }

    /// <inheritdoc/>
    public Task<SweepSummary> PauseAsync()
    {
        return Coordinator.PauseAsync();
    }

    /// <inheritdoc/>
    public async Task<SweepSummary> ResumeAsync()
    {
        if (await Coordinator.ResumeAsync())
        {
            await PrepareAsync();
            await AnnounceAsync();
        }

        return Coordinator.Summary();
    }

    /// <inheritdoc/>
    public async Task<int> RetryAsync()
    {
        int reopened = await Coordinator.RetryAsync();
        if (reopened > 0)
        {
            await AnnounceAsync();
        }

        return reopened;
    }

    // Should the dispatcher have been restarted just now, it finds the sweep in the store by itself.
    private Task AnnounceAsync()
    {
        return GrainFactory.GetGrain<IDispatcherGrain>(0).AnnounceAsync(SweepId);
    }

    private async Task PrepareAsync()
    {
        if (await _coordinator.AskYardsticksAsync() is { } question)
        {
            _preparing = Task.WhenAll(_preparing, EstimateYardsticksAsync(question));
        }
    }

    // Beside the threads that answer: on a large table it takes all cores for minutes. Of sweeps that ask the same, one does it.
    private async Task EstimateYardsticksAsync(YardstickQuestion question)
    {
        try
        {
            CancellationToken stop = _deactivating.Token;
            using IDisposable turn = await _turns.TakeAsync(question.Key, stop);
            if (await _coordinator.AskYardsticksAsync() is not null)
            {
                LogPreparing(SweepId, question.Table.RowCount, question.Table.ColumnCount);
                TaskCompletionSource<Scores> begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
                Task<Yardsticks> estimating = _threads.RunAsync(
                    () => YardstickEstimator.Estimate(
                        question.Table, question.Holdout, question.EvaluationRows, stop, _coordinator.Prepare, begun.SetResult, question.Target, sequence: question.Sequence),
                    stop);
                if (await Task.WhenAny(begun.Task, estimating) == begun.Task)
                {
                    _coordinator.SetSecondSample(await begun.Task);
                }

                await _coordinator.SetYardsticksAsync(await estimating);
                LogPrepared(SweepId);
            }
        }
        catch (OperationCanceledException) when (_deactivating.IsCancellationRequested)
        {
            // The next activation begins anew.
        }
        catch (Exception exception)
        {
            LogNotPrepared(exception, SweepId);
            _errors.Note($"Its yardsticks could not be computed: {exception.Message}", SweepId);
            DeactivateOnIdle();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId}: computing the yardsticks of its table, {Rows} rows of {Columns} columns")]
    private partial void LogPreparing(string sweepId, int rows, int columns);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {SweepId}: its yardsticks are computed")]
    private partial void LogPrepared(string sweepId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweep {SweepId}: its yardsticks could not be computed")]
    private partial void LogNotPrepared(Exception exception, string sweepId);

    private async Task<Grants> GrantedAsync(string trainer, Task<Grants> granting)
    {
        Grants grants = await granting;
        _attempts.Granted(grants.Leases, trainer);
        return grants;
    }

    private async Task<ImmutableArray<ReportAnswer>> AnsweredAsync(string trainer, ImmutableArray<RunReport> reports, Task<ImmutableArray<ReportAnswer>> answering)
    {
        ImmutableArray<ReportAnswer> answers = await answering;
        _attempts.Answered(trainer, reports, answers);
        _errors.Answered(SweepId, trainer, reports, answers);
        return answers;
    }
}
