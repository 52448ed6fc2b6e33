namespace GanSweep.Settings.Reading;

/// <summary>One thing that is wrong in a sweep.json.</summary>
/// <param name="Path">Where: a JSON path such as <c>$.space.loss[2]</c>; <c>$</c> for the text as a whole.</param>
/// <param name="Message">The value, what is allowed, and what may have been meant; one line.</param>
public sealed record SettingError(string Path, string Message)
{
    /// <summary>Path and message as one line.</summary>
    public override string ToString()
    {
        return $"{Path}: {Message}";
    }
}
