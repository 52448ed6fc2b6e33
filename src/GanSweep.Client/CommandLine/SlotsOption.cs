using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>--slots N</c>: how many runs are trained at a time.</summary>
internal sealed class SlotsOption : Option<int?>
{
    private const int Most = 1024;

    public SlotsOption()
        : base("--slots")
    {
        Description = "Runs trained at a time. [default: the cores this process may use]";
        HelpName = "N";
        this.Within(1, Most);
    }
}
