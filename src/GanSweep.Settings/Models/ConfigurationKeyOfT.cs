using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Models;

/// <summary>A <see cref="ConfigurationKey"/> that knows its type.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
/// <param name="name">The name in sweep.json.</param>
/// <param name="description">What it is, in a sentence, without range and default.</param>
/// <param name="kind">What its values are.</param>
/// <param name="default">The value of a configuration that does not say it.</param>
public sealed class ConfigurationKey<T>(string name, string description, ValueKind<T> kind, T @default) : ConfigurationKey
    where T : notnull
{
    /// <inheritdoc/>
    public override Setting Setting { get; } = new Setting<T>(name, description, kind, @default);

    /// <summary>The value of a configuration that does not say it.</summary>
    public T Default => @default;

    /// <inheritdoc/>
    public override IEqualityComparer<object> Comparer { get; } = new BoxComparer(kind.Comparer);

    /// <inheritdoc/>
    internal override object DefaultValue { get; } = @default;

    /// <inheritdoc/>
    public override object? ReadValue(JsonSpot spot)
    {
        if (spot.Element.ValueKind == JsonValueKind.Array && kind is not LayersKind)
        {
            spot.Refuse(kind.Expected, "; to try several values, move the key to \"space\".");
            return null;
        }

        return kind.TryRead(spot, out T value) ? value : null;
    }

    /// <inheritdoc/>
    public override ImmutableArray<object>? ReadList(JsonSpot spot)
    {
        if (spot.Element.ValueKind != JsonValueKind.Array)
        {
            spot.Refuse("a list of values", "; to fix one value, move the key to \"config\".");
            return null;
        }

        if (spot.Element.GetArrayLength() == 0)
        {
            spot.Refuse("a list of one or more values");
            return null;
        }

        var distinct = new OrderedDictionary<T, object>(kind.Comparer);
        foreach (JsonSpot element in spot.Elements())
        {
            if (kind.TryRead(element, out T value) && !distinct.TryAdd(value, value))
            {
                element.Errors.Add(element.Path, $"{kind.Text(value)} is in the list twice; keep one.");
            }
        }

        return [.. distinct.Values];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        kind.Write(writer, (T)value);
    }

    /// <inheritdoc/>
    public override string Text(object value)
    {
        return kind.Text((T)value);
    }

    private sealed class BoxComparer(IEqualityComparer<T> values) : IEqualityComparer<object>
    {
        public new bool Equals(object? x, object? y)
        {
            return x is T one && y is T other && values.Equals(one, other);
        }

        public int GetHashCode([DisallowNull] object obj)
        {
            return values.GetHashCode((T)obj);
        }
    }
}
