using System.Diagnostics.Metrics;
using GanSweep.Contracts.Metrics;

namespace GanSweep.Grains.Metrics;

/// <summary>What is measured of a trainer.</summary>
public sealed class TrainerMetrics
{
    private readonly Meter _meter;
    private readonly Counter<long> _epochs;

    /// <summary>Creates the trainer's instruments.</summary>
    /// <param name="meters">Makes, and owns, the meter.</param>
    public TrainerMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _meter = meters.Create(GanSweepMeter.Name);
        _epochs = _meter.CreateCounter<long>("gansweep.epochs", "{epoch}", "Epochs trained.");
    }

    /// <summary>Tells of slots from now on.</summary>
    /// <param name="all">How many there are.</param>
    /// <param name="busy">How many have a run.</param>
    internal void ShowSlots(int all, Func<int> busy)
    {
        _meter.CreateObservableUpDownCounter("gansweep.slot.limit", () => all, "{slot}", "Slots of the trainer.");
        _meter.CreateObservableUpDownCounter("gansweep.slot.usage", busy, "{slot}", "Slots that have a run.");
    }

    /// <summary>A run has done an epoch.</summary>
    internal void EpochTrained()
    {
        _epochs.Add(1);
    }
}
