using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>FILE</c>: a sweep.json.</summary>
internal sealed class SweepFileArgument : Argument<string>
{
    public SweepFileArgument()
        : base("FILE")
    {
        Description = "What to train: a sweep.json. Its table is looked for from the file's own folder.";
        this.NotBlank();
    }
}
