namespace GanSweep.Silo.Settings;

/// <summary>A silo's options are out of range.</summary>
/// <param name="errors">What is wrong, one sentence each.</param>
internal sealed class SiloOptionsException(IReadOnlyList<string> errors) : Exception("The silo's options: " + string.Join(" ", errors))
{
    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
