namespace GanSweep.Grains.Trainers;

/// <summary>When something last happened; written and read by any thread.</summary>
/// <param name="time">The clock.</param>
internal sealed class Moment(TimeProvider time)
{
    // Moved by one: a clock may begin at 0.
    private long _at;

    /// <summary>Time since then; null if it never happened.</summary>
    public TimeSpan? Since => Volatile.Read(ref _at) is not 0 and long at ? time.GetElapsedTime(at - 1) : null;

    /// <summary>It happens now.</summary>
    public void IsNow()
    {
        Volatile.Write(ref _at, time.GetTimestamp() + 1);
    }
}
