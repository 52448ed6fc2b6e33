using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>What a setting's values are: how they are read and checked, written, shown, compared, and described in the schema.</summary>
public abstract class ValueKind<T>
    where T : notnull
{
    /// <summary>What is allowed, to stand after "is not": <c>a whole number from 1 to 100</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Which values are the same.</summary>
    public virtual IEqualityComparer<T> Comparer => EqualityComparer<T>.Default;

    /// <summary>Reads a value; what is wrong with it is reported where it stands.</summary>
    public abstract bool TryRead(JsonSpot spot, out T value);

    /// <summary>Writes the value as JSON, the same value always in the same bytes.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>The value as a cell of a table.</summary>
    public abstract string Text(T value);

    /// <summary>Writes the members of the JSON Schema that allows these values.</summary>
    public abstract void WriteSchema(Utf8JsonWriter writer);
}
