using GanSweep.Contracts.Silos;

namespace GanSweep.Documents;

/// <summary>What a slot of a trainer is training, and for how many seconds.</summary>
public sealed record SlotDocument(string Sweep, int Run, int Attempt, int Epoch, int Epochs, double Seconds)
{
    /// <summary>The document of a slot.</summary>
    public static SlotDocument Of(SlotStatus slot)
    {
        return new SlotDocument(slot.SweepId, slot.Run, slot.Attempt, slot.Epoch, slot.Epochs, slot.Elapsed.TotalSeconds);
    }

    /// <summary>The slot that it tells of.</summary>
    public SlotStatus ToStatus()
    {
        return new SlotStatus(Sweep, Run, Attempt, Epoch, Epochs, Durations.Of(Seconds));
    }
}
