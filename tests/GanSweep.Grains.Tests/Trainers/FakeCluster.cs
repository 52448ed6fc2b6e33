using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Grains.Trainers;

namespace GanSweep.Grains.Tests.Trainers;

/// <summary>A cluster that does what the test says, and remembers what it was asked and told.</summary>
internal sealed class FakeCluster : ITrainerCluster
{
    private readonly Channel<RunReport> _told = Channel.CreateUnbounded<RunReport>();

    public string Trainer => "trainer";

    public bool HasCoordinator { get; set; } = true;

    /// <summary>What it has to grant, as many at a time as are asked for.</summary>
    public ConcurrentQueue<Lease> Work { get; } = [];

    /// <summary>What each call for work asked.</summary>
    public ConcurrentQueue<LeaseRequest> Requests { get; } = [];

    /// <summary>The reports of each call, in order.</summary>
    public ConcurrentQueue<ImmutableArray<RunReport>> Calls { get; } = [];

    /// <summary>Brings a run to the trainer.</summary>
    public Func<Lease, Task> Bring { get; set; } = _ => Task.CompletedTask;

    /// <summary>What comes before an answer to a call for work: an exception, or a wait.</summary>
    public Func<Task> BeforeLeasing { get; set; } = () => Task.CompletedTask;

    /// <summary>What comes before an answer to reports of a sweep.</summary>
    public Func<string, Task> BeforeAnswering { get; set; } = _ => Task.CompletedTask;

    /// <summary>The answer to each report.</summary>
    public Func<RunReport, ReportAnswer> Answer { get; set; } = _ => ReportAnswer.Accepted;

    public async Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request)
    {
        Requests.Enqueue(request);
        await BeforeLeasing();
        List<Lease> leases = [];
        while (leases.Count < request.FreeSlots && Work.TryDequeue(out Lease? lease))
        {
            leases.Add(lease);
        }

        return [.. leases];
    }

    public Task StartAsync(Lease lease)
    {
        return Bring(lease);
    }

    public async Task<ImmutableArray<ReportAnswer>> ReportAsync(string sweepId, ImmutableArray<RunReport> reports)
    {
        Calls.Enqueue(reports);
        await BeforeAnswering(sweepId);
        ImmutableArray<ReportAnswer> answers = [.. reports.Select(Answer)];
        foreach (RunReport report in reports)
        {
            _told.Writer.TryWrite(report);
        }

        return answers;
    }

    /// <summary>The next report of its kind that is answered; those before it are passed over.</summary>
    public async Task<T> ToldAsync<T>(Func<T, bool>? like = null)
        where T : RunReport
    {
        while (true)
        {
            RunReport report = await _told.Reader.ReadAsync(TestContext.Current.CancellationToken).InTimeAsync();
            if (report is T wanted && like?.Invoke(wanted) != false)
            {
                return wanted;
            }
        }
    }
}
