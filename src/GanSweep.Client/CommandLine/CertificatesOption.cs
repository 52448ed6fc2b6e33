using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>--certificates DIR</c>: what this program shows a cluster that asks for it.</summary>
internal sealed class CertificatesOption : Option<string?>
{
    /// <summary>The environment variable that stands in for it.</summary>
    public const string Variable = "GANSWEEP_CERTIFICATES";

    public CertificatesOption()
        : base("--certificates")
    {
        Description = $"Folder with this program's certificate, for a cluster that asks for one. [default: ${Variable}]";
        HelpName = "DIR";
        this.NotBlank();
    }

    /// <summary>What the line says, or else the variable; null if neither does.</summary>
    public string? Read(ParseResult parsed, ClientEnvironment environment)
    {
        return parsed.GetValue(this) ?? (environment.Variable(Variable) is { Length: > 0 } folder ? folder : null);
    }
}
