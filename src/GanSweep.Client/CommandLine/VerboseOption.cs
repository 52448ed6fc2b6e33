using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>--verbose</c>, for every verb.</summary>
internal sealed class VerboseOption : Option<bool>
{
    public const string OptionName = "--verbose";

    public VerboseOption()
        : base(OptionName)
    {
        Description = "Show stack traces, and logs from debug level on, on standard error.";
        Recursive = true;
    }
}
