using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>--data DIR</c>: the folder of the embedded store.</summary>
internal sealed class DataOption : Option<string>
{
    public DataOption()
        : base("--data")
    {
        Description = "Folder that holds the sweeps of this machine.";
        HelpName = "DIR";
        DefaultValueFactory = _ => "./gansweep-data";
        this.NotBlank();
    }
}
