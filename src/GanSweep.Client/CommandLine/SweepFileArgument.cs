using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>FILE</c>: a sweep.json, or a table.</summary>
internal sealed class SweepFileArgument : Argument<string>
{
    public SweepFileArgument()
        : base("FILE")
    {
        Description = "What to train: a sweep.json, whose table is looked for from the file's own folder; or a table, for which a small sweep is made.";
        this.NotBlank();
    }
}
