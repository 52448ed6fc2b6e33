namespace GanSweep.Client.Sessions;

/// <summary>A way to the grains of sweeps, open until disposed. Disposing an embedded one checkpoints what it trains.</summary>
internal interface ISweepSession : IAsyncDisposable
{
    /// <summary>The grains.</summary>
    IGrainFactory Grains { get; }
}
