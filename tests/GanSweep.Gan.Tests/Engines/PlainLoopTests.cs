namespace GanSweep.Gan.Tests.Engines;

/// <summary>
/// The tests that train with <see cref="PlainLoop"/>, alone: TorchSharp makes a scalar for a call, forgets it, and lets libtorch read it; a
/// collection that another test brings about in that moment frees it. Without others, none falls into a call.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PlainLoopTests
{
    public const string Name = "plain loop";
}
