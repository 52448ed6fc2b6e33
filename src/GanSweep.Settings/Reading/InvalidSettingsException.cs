using System.Collections.Immutable;

namespace GanSweep.Settings.Reading;

/// <summary>A sweep.json that is not valid. The message holds all errors, one a line.</summary>
/// <param name="errors">What is wrong, in the order of the reading; at least one.</param>
public sealed class InvalidSettingsException(ImmutableArray<SettingError> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>Everything that is wrong, up to a hundred errors.</summary>
    public ImmutableArray<SettingError> Errors { get; } = errors;
}
