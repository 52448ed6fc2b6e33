using System.Collections.Immutable;

namespace GanSweep.Sweeps.Definitions;

/// <summary>A sweep.json that is not valid. The message holds all errors, one a line.</summary>
/// <param name="errors">What is wrong, in the order of the reading; at least one.</param>
public sealed class SweepDefinitionException(ImmutableArray<SweepError> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>Everything that is wrong, up to a hundred errors.</summary>
    public ImmutableArray<SweepError> Errors { get; } = errors;
}
