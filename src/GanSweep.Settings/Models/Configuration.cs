using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace GanSweep.Settings.Models;

/// <summary>
/// One cell of a sweep: a value for every key of a model, defaults too, but for those keys that may be left open until the table is known
/// (<see cref="ModelDescription.FittedTo"/>). Two configurations are equal when all their values are, however sweep.json spelled them.
/// </summary>
public sealed class Configuration : IEquatable<Configuration>
{
    private readonly ImmutableArray<object?> _values;
    private string? _json;

    internal Configuration(ModelDescription model, ImmutableArray<object?> values)
    {
        Model = model;
        _values = values;
    }

    /// <summary>The model that it configures.</summary>
    public ModelDescription Model { get; }

    /// <summary>
    /// Its canonical text: a JSON object without white space, the keys in the model's order, defaults too, without those that are left open.
    /// Equal configurations have equal texts. Every model but the one that sweep.json need not name begins with "model".
    /// </summary>
    public string Json => _json ??= WriteJson();

    /// <summary>The value of a key, boxed; null where it is left open.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such key.</exception>
    public object? this[ConfigurationKey key] => _values[Model.PositionOf(key)];

    /// <summary>Whether a key has a value: it was said, has a default, or was fitted to a table.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such key.</exception>
    public bool Says(ConfigurationKey key)
    {
        return this[key] is not null;
    }

    /// <summary>The value of a key.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such key.</exception>
    /// <exception cref="InvalidOperationException">It is left open.</exception>
    public T Get<T>(ConfigurationKey<T> key)
        where T : notnull
    {
        return this[key] is T value
            ? value
            : throw new InvalidOperationException($"\"{key}\" is left open, and has no value before the configuration is fitted to a table.");
    }

    /// <summary>The same configuration but for one value.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such key.</exception>
    public Configuration With<T>(ConfigurationKey<T> key, T value)
        where T : notnull
    {
        return With((ConfigurationKey)key, value);
    }

    /// <summary>The same configuration but for one value, as one of the key's own methods read it; null leaves the key open.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such key.</exception>
    public Configuration With(ConfigurationKey key, object? value)
    {
        return new Configuration(Model, _values.SetItem(Model.PositionOf(key), value));
    }

    /// <inheritdoc/>
    public bool Equals(Configuration? other)
    {
        return other is not null
            && Model == other.Model
            && Model.Keys.All(key => key.AreSame(this[key], other[key]));
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj)
    {
        return Equals(obj as Configuration);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (ConfigurationKey key in Model.Keys)
        {
            hash.Add(this[key] is { } value ? key.Comparer.GetHashCode(value) : 0);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return Json;
    }

    private string WriteJson()
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (!Model.IsImplied)
            {
                writer.WriteString(ModelCatalog.Key, Model.Name);
            }

            for (int i = 0; i < _values.Length; i++)
            {
                if (_values[i] is { } value)
                {
                    writer.WritePropertyName(Model.Keys[i].Name);
                    Model.Keys[i].Write(writer, value);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
