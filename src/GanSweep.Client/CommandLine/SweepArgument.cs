using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary><c>SWEEP</c>: a sweep's id or the beginning of it.</summary>
internal sealed class SweepArgument : Argument<string?>
{
    /// <param name="optional">Whether it may be left out where there is exactly one sweep.</param>
    public SweepArgument(bool optional = false)
        : base("SWEEP")
    {
        Description = "The sweep's id, or the beginning of it." + (optional ? " May be left out where there is only one sweep." : "");
        Arity = optional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne;
    }
}
