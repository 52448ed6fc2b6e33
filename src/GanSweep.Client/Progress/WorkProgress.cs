using GanSweep.Client.Output;

namespace GanSweep.Client.Progress;

/// <summary>
/// How far something has come that this process does itself, if it takes longer than two seconds: the share done and the time left, redrawn in
/// place on a terminal, and as a line every ten seconds elsewhere.
/// </summary>
/// <param name="error">Standard error.</param>
/// <param name="time">The clock.</param>
/// <param name="what">What is done: "Reading loans.csv".</param>
/// <param name="whole">How much of it there is; null if nobody knows.</param>
internal sealed class WorkProgress(ErrorConsole error, TimeProvider time, string what, long? whole) : IDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RedrawInterval = TimeSpan.FromSeconds(0.25);

    private readonly long _begun = time.GetTimestamp();
    private TimeSpan _shownAt = TimeSpan.MinValue;

    /// <summary>Takes note of how much is done. As often as it is known: it is not always shown.</summary>
    public void Tell(long done)
    {
        if (done == whole)
        {
            return;
        }

        TimeSpan passed = time.GetElapsedTime(_begun);
        if (passed < Silence || (_shownAt != TimeSpan.MinValue && passed - _shownAt < (error.CanRedraw ? RedrawInterval : LineInterval)))
        {
            return;
        }

        _shownAt = passed;
        string line = Line(done, passed);
        if (error.CanRedraw)
        {
            error.ShowLive(line);
        }
        else
        {
            error.WriteLine(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_shownAt != TimeSpan.MinValue && error.CanRedraw)
        {
            error.ShowLive();
        }
    }

    private string Line(long done, TimeSpan passed)
    {
        if (whole is not { } all || done <= 0 || done > all)
        {
            return $"{what} …";
        }

        double share = (double)done / all;
        return $"{what}: {share * 100:0} %, {Figures.Of(passed * ((1 - share) / share))} left";
    }
}
