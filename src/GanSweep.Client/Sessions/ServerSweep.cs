using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;

namespace GanSweep.Client.Sessions;

/// <summary>A sweep of a coordinator that is reached by HTTP.</summary>
internal sealed class ServerSweep(ServerCalls calls, string sweepId) : ISweepGrain
{
    private const string RunHeader = "GanSweep-Run";

    private string Path => $"sweeps/{Uri.EscapeDataString(sweepId)}";

    public async Task<SweepSummary> SubmitAsync(SweepSubmission submission)
    {
        using StringContent json = new(submission.Json, Encoding.UTF8, "application/json");
        SweepSummary summary = (await calls.PostAsync<SummaryDocument>($"sweeps?table={Uri.EscapeDataString(submission.DatasetHash)}", json)).ToSummary();
        return summary.SweepId == sweepId
            ? summary
            : throw new InvalidSubmissionException(
                $"The sweep was submitted as {sweepId}, but this coordinator makes it {summary.SweepId}, and has taken it on as that. Use the same GanSweep version on both sides.");
    }

    public async Task<SweepSummary> GetSummaryAsync()
    {
        return (await GetProgressAsync()).Summary;
    }

    public async Task<SweepProgress> GetProgressAsync()
    {
        return (await calls.GetAsync<ProgressDocument>(Path)).ToProgress();
    }

    public async Task<Leaderboard> GetLeaderboardAsync(int? top)
    {
        string few = top is { } count ? string.Create(CultureInfo.InvariantCulture, $"?top={count}") : "";
        return (await calls.GetAsync<LeaderboardDocument>($"{Path}/leaderboard{few}")).ToBoard();
    }

    public async Task<RunDetails> GetRunAsync(int run)
    {
        return (await calls.GetAsync<RunDocument>(string.Create(CultureInfo.InvariantCulture, $"{Path}/runs/{run}"))).ToDetails();
    }

    public async Task<SweepProvenance> GetProvenanceAsync()
    {
        return (await calls.GetAsync<ProvenanceDocument>($"{Path}/provenance")).ToProvenance();
    }

    public async Task<GeneratorFile> GetGeneratorAsync(int? run)
    {
        string of = run is { } number ? string.Create(CultureInfo.InvariantCulture, $"/runs/{number}") : "";
        using HttpResponseMessage response = await calls.SendAsync(HttpMethod.Get, $"{Path}{of}/generator");
        string? said = response.Headers.TryGetValues(RunHeader, out IEnumerable<string>? values) ? values.First() : null;
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out int found)
            ? new GeneratorFile(found, await response.Content.ReadAsByteArrayAsync())
            : throw new ServerAnswerException($"The generator came without the header {RunHeader}, so whose it is is not known. Is a coordinator of the same version answering?");
    }

    public Task<Timeline> GetTimelineAsync()
    {
        throw new NotSupportedException("What ran where is shown on the coordinator's pages.");
    }

    public Task<SweepSummary> CancelAsync()
    {
        return ChangeAsync("cancel");
    }

    public Task<SweepSummary> PauseAsync()
    {
        return ChangeAsync("pause");
    }

    public Task<SweepSummary> ResumeAsync()
    {
        return ChangeAsync("resume");
    }

    public async Task<int> RetryAsync()
    {
        return (await calls.PostAsync<SummaryDocument>($"{Path}/retry")).Retried ?? 0;
    }

    public Task<Grants> GrantAsync(string trainer, int count)
    {
        throw OfSilosAlone();
    }

    public Task<RunCheckpoint?> ReadCheckpointAsync(int run, int attempt)
    {
        throw OfSilosAlone();
    }

    public Task<ImmutableArray<ReportAnswer>> ReportAsync(string trainer, ImmutableArray<RunReport> reports)
    {
        throw OfSilosAlone();
    }

    /// <summary>What is said of calls that only silos make, which have a way of their own.</summary>
    public static NotSupportedException OfSilosAlone()
    {
        return new NotSupportedException("Silos call each other by Orleans, not by HTTP.");
    }

    private async Task<SweepSummary> ChangeAsync(string verb)
    {
        return (await calls.PostAsync<SummaryDocument>($"{Path}/{verb}")).ToSummary();
    }
}
