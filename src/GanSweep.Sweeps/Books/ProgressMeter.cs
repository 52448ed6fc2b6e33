namespace GanSweep.Sweeps.Books;

/// <summary>Rates over the last minute: epochs a second, and the share of the work done a second, which gives the time left.</summary>
internal sealed class ProgressMeter(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(1);

    // Trainers report every half second: what they have done since the first lease is a rate from their first report on.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);

    private readonly Queue<(TimeSpan At, long Epochs, double Done)> _samples = [];
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _lastAt = TimeSpan.MinValue;
    private long _epochs;

    /// <summary>Counts epochs, and notes now and then how much of the work is done (0 to 1). That is counted up, so only asked for when it is noted.</summary>
    public void Add(int epochs, Func<double> done)
    {
        _epochs += epochs;
        TimeSpan now = time.GetElapsedTime(_start);
        if (_lastAt == TimeSpan.MinValue || now - _lastAt >= Spacing)
        {
            _lastAt = now;
            _samples.Enqueue((now, _epochs, done()));
            while (now - _samples.Peek().At > Window)
            {
                _samples.Dequeue();
            }
        }
    }

    /// <summary>Epochs a second, and the time left, once half a second has gone by.</summary>
    public (double EpochsPerSecond, TimeSpan? TimeLeft) Read(double done)
    {
        if (_samples.Count == 0)
        {
            return (0, null);
        }

        (TimeSpan at, long epochs, double doneThen) = _samples.Peek();
        double seconds = (time.GetElapsedTime(_start) - at).TotalSeconds;
        if (seconds < Shortest.TotalSeconds)
        {
            return (0, null);
        }

        double rate = (done - doneThen) / seconds;
        double secondsLeft = rate > 0 ? (1 - done) / rate : double.PositiveInfinity;
        return ((_epochs - epochs) / seconds, secondsLeft < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(secondsLeft) : null);
    }
}
