namespace GanSweep.Web.Events;

/// <summary>The kinds of events.</summary>
internal static class EventKinds
{
    /// <summary>How a sweep stands, whole.</summary>
    public const string Progress = "progress";

    /// <summary>Losses of a run that is being trained.</summary>
    public const string Losses = "losses";

    /// <summary>Every sweep.</summary>
    public const string Sweeps = "sweeps";

    /// <summary>A sweep that is new or stands elsewhere.</summary>
    public const string Sweep = "sweep";
}
