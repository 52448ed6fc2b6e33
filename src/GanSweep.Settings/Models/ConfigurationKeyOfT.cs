using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Ranges;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Models;

/// <summary>A <see cref="ConfigurationKey"/> that knows its type.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
public sealed class ConfigurationKey<T> : ConfigurationKey
    where T : notnull
{
    private readonly ValueKind<T> _kind;
    private readonly object? _former;

    /// <summary>A key with a default.</summary>
    /// <param name="name">The name in sweep.json.</param>
    /// <param name="description">What it is, in a sentence, without range and default.</param>
    /// <param name="kind">What its values are.</param>
    /// <param name="default">The value of a configuration that does not say it.</param>
    public ConfigurationKey(string name, string description, ValueKind<T> kind, T @default)
        : this(kind, new Setting<T>(name, description, kind, @default))
    {
        DefaultValue = @default;
    }

    /// <summary>A key that is left open where it is not said: one of the model's <see cref="EffectRule"/>s fits it to the table.</summary>
    /// <param name="name">The name in sweep.json.</param>
    /// <param name="description">What it is, in a sentence, without range; and what it is where it is left out.</param>
    /// <param name="kind">What its values are.</param>
    public ConfigurationKey(string name, string description, ValueKind<T> kind)
        : this(kind, new Setting<T>(name, description, kind))
    {
    }

    private ConfigurationKey(ValueKind<T> kind, Setting<T> setting)
    {
        _kind = kind;
        Setting = setting;
        Comparer = new BoxComparer(kind.Comparer);
        Ranges = kind is INumberKind<T> ? new RangeKind<T>(kind) : null;
    }

    /// <inheritdoc/>
    public override Setting Setting { get; }

    /// <summary>
    /// What configurations did that were written down before there was the key, if that is not what its default does: older stores and
    /// generators are read so.
    /// </summary>
    public T Former { init => _former = value; }

    /// <summary>The last time at which they did it.</summary>
    public KeyDefaults FormerUntil { get; init; } = KeyDefaults.BeforeFitting;

    /// <summary>The value of a configuration that does not say it.</summary>
    /// <exception cref="InvalidOperationException">It is then left open.</exception>
    public T Default => DefaultValue is T value ? value : throw new InvalidOperationException($"\"{Name}\" has no default; it is fitted to the table.");

    /// <inheritdoc/>
    public override IEqualityComparer<object> Comparer { get; }

    /// <inheritdoc/>
    public override ValueKind<NumberRange>? Ranges { get; }

    /// <inheritdoc/>
    internal override object? DefaultValue { get; }

    /// <inheritdoc/>
    internal override object? DefaultAsOf(KeyDefaults time)
    {
        return time <= FormerUntil ? _former ?? DefaultValue : DefaultValue;
    }

    /// <inheritdoc/>
    public override object? ReadValue(JsonSpot spot)
    {
        if (spot.Element.ValueKind == JsonValueKind.Array && _kind is not LayersKind)
        {
            spot.Refuse(_kind.Expected, "; to try several values, move the key to \"space\".");
            return null;
        }

        return _kind.TryRead(spot, out T value) ? value : null;
    }

    /// <inheritdoc/>
    public override ImmutableArray<object>? ReadList(JsonSpot spot)
    {
        if (spot.Element.ValueKind != JsonValueKind.Array)
        {
            spot.Refuse(Ranges is null ? "a list of values" : "a list of values, or a range { \"min\": …, \"max\": … }", "; to fix one value, move the key to \"config\".");
            return null;
        }

        if (spot.Element.GetArrayLength() == 0)
        {
            spot.Refuse("a list of one or more values");
            return null;
        }

        var distinct = new OrderedDictionary<T, object>(_kind.Comparer);
        foreach (JsonSpot element in spot.Elements())
        {
            if (_kind.TryRead(element, out T value) && !distinct.TryAdd(value, value))
            {
                element.Errors.Add(element.Path, $"{_kind.Text(value)} is in the list twice; keep one.");
            }
        }

        return [.. distinct.Values];
    }

    /// <inheritdoc/>
    public override object FromNumber(double number)
    {
        return ((INumberKind<T>)_kind).FromNumber(number);
    }

    /// <inheritdoc/>
    public override double ToNumber(object value)
    {
        return ((INumberKind<T>)_kind).ToNumber((T)value);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        _kind.Write(writer, (T)value);
    }

    /// <inheritdoc/>
    public override string Text(object value)
    {
        return _kind.Text((T)value);
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
