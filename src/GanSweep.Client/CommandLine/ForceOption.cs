using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>--force</c>: replaces a file that this program did not write.</summary>
internal sealed class ForceOption : Option<bool>
{
    public ForceOption()
        : base("--force")
    {
        Description = "Replace a file that is there even if GanSweep did not write it.";
    }
}
