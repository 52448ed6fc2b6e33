namespace GanSweep.Grains.Trainers;

/// <summary>How a silo trains.</summary>
public sealed class TrainerOptions
{
    /// <summary>Runs trained at the same time, each on a thread of its own. 1 to 1,024; default the cores this process may use.</summary>
    public int Slots { get; set; } = Environment.ProcessorCount;

    /// <summary>The one sweep this trainer works for, or null for any.</summary>
    public string? OnlySweep { get; set; }

    /// <summary>Time between two reports of progress, which are the heartbeats of the leases too. Default half a second.</summary>
    public TimeSpan ReportInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time between two checkpoints of a run: the most work that a crash can lose. Default 5 s.</summary>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Largest checkpoint or generator that is sent, in bytes. Runs with a larger checkpoint go on without one. Default 64 MiB.</summary>
    public int MaxPayloadLength { get; set; } = 64 << 20;
}
