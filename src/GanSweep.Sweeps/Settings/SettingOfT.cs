using System.Text.Json;
using GanSweep.Sweeps.Values;

namespace GanSweep.Sweeps.Settings;

/// <summary>A key of sweep.json, with what its values are.</summary>
internal sealed class Setting<T> : Setting
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

    public ValueKind<T> Kind { get; }

    public T Default { get; }

    public override void WriteType(Utf8JsonWriter writer)
    {
        Kind.WriteSchema(writer);
    }

    public override void WriteDefault(Utf8JsonWriter writer)
    {
        if (_hasDefault)
        {
            writer.WritePropertyName("default");
            Kind.Write(writer, Default);
        }
    }
}
