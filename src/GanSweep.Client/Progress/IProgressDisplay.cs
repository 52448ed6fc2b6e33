using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Progress;

/// <summary>Shows how a sweep is going, until disposed.</summary>
internal interface IProgressDisplay : IDisposable
{
    /// <summary>Shows where the sweep stands now.</summary>
    void Show(SweepProgress progress);

    /// <summary>Says something beside the progress.</summary>
    void Say(string remark);
}
