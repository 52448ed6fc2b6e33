using GanSweep.Contracts.Silos;

namespace GanSweep.Documents;

/// <summary>What a slot of a trainer is training, and for how many seconds.</summary>
/// <param name="Sweep">The sweep's id.</param>
/// <param name="Run">The run's number.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Epoch">The last epoch that is done.</param>
/// <param name="Epochs">The epochs that are asked for.</param>
/// <param name="Seconds">For how many seconds this attempt has been here.</param>
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
