using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>A sweep that answers from a leaderboard. Progress comes from a queue: answers and failures, the last of them for ever.</summary>
internal sealed class FakeSweep(Leaderboard board) : ISweepGrain
{
    public Leaderboard Board { get; set; } = board;

    public Queue<Func<SweepProgress>> Progress { get; } = [];

    public GeneratorFile? Generator { get; init; }

    public SweepProvenance? Provenance { get; init; }

    public List<SweepSubmission> Submissions { get; } = [];

    /// <summary>Thrown by the next submissions, one each, after they were taken: answers that get lost.</summary>
    public Queue<Exception> LostAnswers { get; } = [];

    public int? AskedTop { get; private set; }

    /// <summary>The states it was put into.</summary>
    public List<SweepState> Changes { get; } = [];

    public Task<SweepSummary> SubmitAsync(SweepSubmission submission)
    {
        Submissions.Add(submission);
        return LostAnswers.TryDequeue(out Exception? lost) ? Task.FromException<SweepSummary>(lost) : GetSummaryAsync();
    }

    public Task<SweepSummary> GetSummaryAsync() => Task.FromResult(Board.Summary);

    public Task<SweepProgress> GetProgressAsync()
    {
        Func<SweepProgress> next = Progress.Count switch
        {
            0 => () => new SweepProgress { Summary = Board.Summary, Done = 1, Running = [] },
            1 => Progress.Peek(),
            _ => Progress.Dequeue(),
        };
        try
        {
            return Task.FromResult(next());
        }
        catch (Exception exception)
        {
            return Task.FromException<SweepProgress>(exception);
        }
    }

    public Task<Leaderboard> GetLeaderboardAsync(int? top)
    {
        AskedTop = top;
        return Task.FromResult(top is null ? Board : Board with { Rows = [.. Board.Rows.Where(row => row.Rank is not null).Take(top.Value)] });
    }

    public Task<RunDetails> GetRunAsync(int run)
    {
        return Board.Rows.FirstOrDefault(row => row.Run == run) is { } found
            ? Task.FromResult(new RunDetails(found, Boards.Losses, Boards.History))
            : Task.FromException<RunDetails>(new RunNotFoundException($"Sweep {Board.Summary.SweepId} has no run {run}."));
    }

    public Task<SweepProvenance> GetProvenanceAsync()
    {
        return Provenance is { } provenance ? Task.FromResult(provenance) : Task.FromException<SweepProvenance>(new NotSupportedException());
    }

    public Task<Timeline> GetTimelineAsync()
    {
        throw new NotSupportedException();
    }

    public Task<GeneratorFile> GetGeneratorAsync(int? run)
    {
        return Generator is { } generator && (run is null || run == generator.Run)
            ? Task.FromResult(generator)
            : Task.FromException<GeneratorFile>(new GeneratorNotKeptException("Not kept."));
    }

    public Task<SweepSummary> CancelAsync() => ChangeAsync(SweepState.Cancelled);

    public Task<SweepSummary> PauseAsync() => ChangeAsync(SweepState.Paused);

    public Task<SweepSummary> ResumeAsync() => ChangeAsync(SweepState.Running);

    public Task<int> RetryAsync() => Task.FromResult(Board.Summary.Counts.Failed);

    public Task<RunCheckpoint?> ReadCheckpointAsync(int run, int attempt) => throw new NotSupportedException();

    public Task<Grants> GrantAsync(string trainer, int count) => throw new NotSupportedException();

    public Task<ImmutableArray<ReportAnswer>> ReportAsync(string trainer, ImmutableArray<RunReport> reports) => throw new NotSupportedException();

    private Task<SweepSummary> ChangeAsync(SweepState state)
    {
        Changes.Add(state);
        Board = Board with { Summary = Board.Summary with { State = state } };
        return GetSummaryAsync();
    }
}
