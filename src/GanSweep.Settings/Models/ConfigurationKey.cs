using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Models;

/// <summary>A key of a model's "config" and "space", whatever the type of its values.</summary>
public abstract class ConfigurationKey
{
    private protected ConfigurationKey()
    {
    }

    /// <summary>Name, description, kind of values and default.</summary>
    public abstract Setting Setting { get; }

    /// <summary>The name in sweep.json.</summary>
    public string Name => Setting.Name;

    /// <summary>The value of a configuration that does not say it; null for a key that is then left open, to be fitted to the table.</summary>
    internal abstract object? DefaultValue { get; }

    /// <summary>That value as a cell of a table; empty for a key that is left open.</summary>
    internal string DefaultText => DefaultValue is { } value ? Text(value) : "";

    /// <summary>The value of a configuration that was written down at some time and does not say it.</summary>
    internal abstract object? DefaultAsOf(KeyDefaults time);

    /// <inheritdoc/>
    public override string ToString()
    {
        return Name;
    }

    /// <summary>Reads a value of "config"; null when it is wrong, which is reported.</summary>
    public abstract object? ReadValue(JsonSpot spot);

    /// <summary>Reads a list of "space", the distinct values in the file's order; null when it is wrong, which is reported.</summary>
    public abstract ImmutableArray<object>? ReadList(JsonSpot spot);

    /// <summary>What ranges of its values are; null if they are no numbers.</summary>
    public abstract ValueKind<NumberRange>? Ranges { get; }

    /// <summary>A number of a range as a value.</summary>
    public abstract object FromNumber(double number);

    /// <summary>A value as a number.</summary>
    public abstract double ToNumber(object value);

    /// <summary>Writes a value as JSON, the same value always in the same bytes.</summary>
    public abstract void Write(Utf8JsonWriter writer, object value);

    /// <summary>A value as a cell of a table: <c>nonSaturating</c>, <c>64-64</c>, <c>0.0002</c>.</summary>
    public abstract string Text(object value);

    /// <summary>Which values are the same.</summary>
    public abstract IEqualityComparer<object> Comparer { get; }

    /// <summary>Whether two values are the same, or both left open.</summary>
    public bool AreSame(object? one, object? other)
    {
        return one is null || other is null ? one == other : Comparer.Equals(one, other);
    }
}
