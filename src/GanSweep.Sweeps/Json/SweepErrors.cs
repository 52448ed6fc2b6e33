using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Json;

/// <summary>Collects what is wrong with a text, so that all of it is reported at once.</summary>
internal sealed class SweepErrors
{
    // A hostile text of 1 MiB could hold half a million errors; nobody reads more than these.
    private const int Limit = 100;

    private readonly List<SweepError> _errors = [];

    public int Count => _errors.Count;

    public void Add(string path, string message)
    {
        if (_errors.Count == Limit)
        {
            _errors.Add(new SweepError("$", $"reading stopped after {Limit} errors; there are more."));
            ThrowIfAny();
        }

        _errors.Add(new SweepError(path, message));
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new SweepDefinitionException([.. _errors]);
        }
    }
}
