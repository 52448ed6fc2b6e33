using GanSweep.Client.Output;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Progress;

/// <summary>Progress that is redrawn in place.</summary>
internal sealed class LiveDisplay(ErrorConsole error, IReadOnlyList<string> varyingKeys) : IProgressDisplay
{
    public void Show(SweepProgress progress)
    {
        error.ShowLive(ProgressText.Lines(progress, varyingKeys, error.Width, error.Height));
    }

    public void Say(string remark)
    {
        error.WriteLine(remark);
    }

    public void Dispose()
    {
        error.ShowLive();
    }
}
