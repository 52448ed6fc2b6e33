using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;

namespace GanSweep.Grains.Trainers;

/// <summary>
/// What went wrong in a trainer and stands in no report of a run: kept until the coordinator has been told, which shows it to those who look at the cluster.
/// The last twenty; what a trainer that dies had not told stands in its log alone.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class TrainerErrors(TimeProvider time)
{
    private const int MostKept = 20;

    private readonly Lock _lock = new();
    private readonly Queue<SiloError> _untold = [];

    /// <summary>What the coordinator has not been told, the earliest first.</summary>
    public ImmutableArray<SiloError> Untold
    {
        get
        {
            lock (_lock)
            {
                return [.. _untold];
            }
        }
    }

    /// <summary>Something went wrong.</summary>
    /// <param name="message">What and why.</param>
    /// <param name="lease">The run that it is about; null if it is about none.</param>
    public void Note(string message, Lease? lease = null)
    {
        SiloError error = new(time.GetUtcNow(), message) { SweepId = lease?.SweepId, Run = lease?.Run, Attempt = lease?.Attempt };
        lock (_lock)
        {
            _untold.Enqueue(error);
            if (_untold.Count > MostKept)
            {
                _untold.Dequeue();
            }
        }
    }

    /// <summary>The coordinator has them.</summary>
    /// <param name="told">What <see cref="Untold"/> was when it was told.</param>
    public void Told(ImmutableArray<SiloError> told)
    {
        lock (_lock)
        {
            // Some of them may have made room meanwhile.
            while (_untold.TryPeek(out SiloError? first) && told.Contains(first))
            {
                _untold.Dequeue();
            }
        }
    }

    /// <summary>Why something failed, in a line: messages of Orleans' may go on for many.</summary>
    public static string Reason(Exception exception)
    {
        return exception.GetBaseException().Message.Split('\n')[0].TrimEnd();
    }
}
