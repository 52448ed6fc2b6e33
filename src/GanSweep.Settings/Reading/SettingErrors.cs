
namespace GanSweep.Settings.Reading;

/// <summary>Collects what is wrong with a text, so that all of it is reported at once.</summary>
public sealed class SettingErrors
{
    // A hostile text of 1 MiB could hold half a million errors; nobody reads more than these.
    private const int Limit = 100;

    private readonly List<SettingError> _errors = [];

    /// <summary>How many there are so far.</summary>
    public int Count => _errors.Count;

    /// <summary>Adds an error; one that was added already, since a value was read twice, is there once.</summary>
    /// <param name="path">Where: a JSON path.</param>
    /// <param name="message">The value, what is allowed, and what may have been meant; one line.</param>
    /// <exception cref="InvalidSettingsException">There are a hundred already.</exception>
    public void Add(string path, string message)
    {
        SettingError error = new(path, message);
        if (_errors.Contains(error))
        {
            return;
        }

        if (_errors.Count == Limit)
        {
            _errors.Add(new SettingError("$", $"reading stopped after {Limit} errors; there are more."));
            ThrowIfAny();
        }

        _errors.Add(error);
    }

    /// <summary>Ends the reading if anything was wrong.</summary>
    /// <exception cref="InvalidSettingsException">Something was.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new InvalidSettingsException([.. _errors]);
        }
    }
}
