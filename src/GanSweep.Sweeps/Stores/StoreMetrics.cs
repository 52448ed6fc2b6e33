using System.Diagnostics.Metrics;
using GanSweep.Contracts.Metrics;

namespace GanSweep.Sweeps.Stores;

/// <summary>What is measured of a store.</summary>
public sealed class StoreMetrics
{
    private const string ErrorType = "error.type";

    private readonly Histogram<double> _writeDuration;
    private readonly Histogram<int> _batchSize;
    private readonly Histogram<long> _checkpointSize;

    /// <summary>Creates the store's instruments.</summary>
    /// <param name="meters">Makes, and owns, the meter.</param>
    public StoreMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        Meter meter = meters.Create(GanSweepMeter.Name);
        _writeDuration = meter.CreateHistogram(
            "gansweep.store.write.duration",
            "s",
            "Time from asking for a durable write to its acknowledgement, the wait for the disk included.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        _batchSize = meter.CreateHistogram(
            "gansweep.store.batch.size",
            "{write}",
            "Writes that shared one wait for the disk.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });
        _checkpointSize = meter.CreateHistogram(
            "gansweep.store.checkpoint.size",
            "By",
            "Size of the checkpoints written.",
            advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 24, 1 << 26] });
    }

    /// <summary>A write was answered.</summary>
    /// <param name="duration">Since it was asked for.</param>
    /// <param name="failure">Why it failed, or null.</param>
    public void Written(TimeSpan duration, Exception? failure)
    {
        if (failure is null)
        {
            _writeDuration.Record(duration.TotalSeconds);
        }
        else
        {
            _writeDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(ErrorType, failure.GetType().Name));
        }
    }

    /// <summary>Writes were brought to disk at once.</summary>
    /// <param name="writes">How many.</param>
    public void Flushed(int writes)
    {
        _batchSize.Record(writes);
    }

    /// <summary>A checkpoint was written.</summary>
    /// <param name="length">Its bytes.</param>
    public void CheckpointWritten(int length)
    {
        _checkpointSize.Record(length);
    }
}
