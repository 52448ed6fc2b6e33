using System.Text.Json;
using GanSweep.Contracts.Configurations;

namespace GanSweep.Sweeps.Spaces;

/// <summary>One key of "space" and the distinct values that it takes, in the file's order.</summary>
public abstract class GridAxis
{
    // The axes of a grid are made where sweep.json is read.
    private protected GridAxis()
    {
    }

    /// <summary>The key, as in sweep.json.</summary>
    public abstract string Key { get; }

    /// <summary>The number of values, at least 1.</summary>
    public abstract int Count { get; }

    /// <summary>A copy of the configuration with the value at <paramref name="index"/>, from 0.</summary>
    internal abstract GanConfiguration Apply(GanConfiguration configuration, int index);

    /// <summary>The index of the value that the configuration has, or null.</summary>
    internal abstract int? IndexOf(GanConfiguration configuration);

    /// <summary>Writes the values as a JSON list.</summary>
    public abstract void WriteValues(Utf8JsonWriter writer);
}
