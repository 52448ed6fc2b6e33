using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>--json</c>: the result as one JSON document on standard output.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption()
        : base("--json")
    {
        Description = "Print JSON, alone on standard output, instead of a table.";
    }
}
