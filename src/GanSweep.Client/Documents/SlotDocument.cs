using GanSweep.Contracts.Silos;

namespace GanSweep.Client.Documents;

/// <summary>What a slot of a trainer is training, and for how many seconds.</summary>
internal sealed record SlotDocument(string Sweep, int Run, int Attempt, int Epoch, int Epochs, double Seconds)
{
    public static SlotDocument Of(SlotStatus slot)
    {
        return new SlotDocument(slot.SweepId, slot.Run, slot.Attempt, slot.Epoch, slot.Epochs, slot.Elapsed.TotalSeconds);
    }
}
