using System.Runtime.InteropServices;
using GanSweep.Contracts.Reports;

namespace GanSweep.Grains.Trainers;

/// <summary>A report, and the run that waits for its answer.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RunAndReport(LeasedRun Run, RunReport Report)
{
    /// <summary>The bytes of its checkpoint and generator; 0 if it has none.</summary>
    public long PayloadLength => Report switch
    {
        CheckpointReport checkpoint => checkpoint.Checkpoint.Length,
        CompletedReport completed => completed.Generator.Length + (completed.Checkpoint?.Length ?? 0),
        _ => 0,
    };
}
