using System.Text.Json;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Keys;

/// <summary>A key of sweep.json, with what its values are.</summary>
public sealed class Setting<T> : Setting
    where T : notnull
{
    private readonly bool _hasDefault;

    /// <summary>A setting without a default: one that must be there, or whose absence has a meaning of its own.</summary>
    public Setting(string name, string description, ValueKind<T> kind)
        : base(name, description)
    {
        Kind = kind;
        Default = default!;
    }

    /// <summary>A setting with a default.</summary>
    public Setting(string name, string description, ValueKind<T> kind, T @default)
        : base(name, description)
    {
        Kind = kind;
        Default = @default;
        _hasDefault = true;
    }

    /// <summary>What its values are.</summary>
    public ValueKind<T> Kind { get; }

    /// <summary>Its value where the text does not say it, if it has one.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override void WriteType(Utf8JsonWriter writer)
    {
        Kind.WriteSchema(writer);
    }

    /// <inheritdoc/>
    public override void WriteDefault(Utf8JsonWriter writer)
    {
        if (_hasDefault)
        {
            writer.WritePropertyName("default");
            Kind.Write(writer, Default);
        }
    }
}
