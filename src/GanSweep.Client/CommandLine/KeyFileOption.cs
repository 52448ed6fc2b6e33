using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>--key-file FILE</c>: the key that a coordinator's door asks for. It is no argument itself, since others on a machine see those.</summary>
internal sealed class KeyFileOption : Option<string?>
{
    /// <summary>The environment variable that stands in for it, with the key itself.</summary>
    public const string Variable = "GANSWEEP_KEY";

    public KeyFileOption()
        : base("--key-file")
    {
        Description = $"File with the key that the coordinator of --server asks for. [default: the key in ${Variable}]";
        HelpName = "FILE";
        this.NotBlank();
    }
}
