using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Contracts.Configurations;
using GanSweep.Sweeps.Json;
using GanSweep.Sweeps.Spaces;
using GanSweep.Sweeps.Values;

namespace GanSweep.Sweeps.Settings;

/// <summary>A <see cref="ConfigurationKey"/> that knows its type. Its default is the one of <see cref="GanConfiguration"/>.</summary>
/// <param name="name">The name in sweep.json.</param>
/// <param name="description">What it is, in a sentence.</param>
/// <param name="kind">What its values are.</param>
/// <param name="get">Reads the member.</param>
/// <param name="with">A copy of the configuration with another value of the member.</param>
internal sealed class ConfigurationKey<T>(
    string name,
    string description,
    ValueKind<T> kind,
    Func<GanConfiguration, T> get,
    Func<GanConfiguration, T, GanConfiguration> with) : ConfigurationKey
    where T : notnull
{
    public override Setting<T> Setting { get; } = new(name, description, kind, get(new GanConfiguration()));

    public ValueKind<T> Kind => kind;

    public T Get(GanConfiguration configuration)
    {
        return get(configuration);
    }

    public GanConfiguration With(GanConfiguration configuration, T value)
    {
        return with(configuration, value);
    }

    public override GanConfiguration ReadInto(GanConfiguration configuration, JsonSpot spot)
    {
        if (spot.Element.ValueKind == JsonValueKind.Array && kind is not LayersKind)
        {
            spot.Refuse(kind.Expected, "; to try several values, move the key to \"space\".");
            return configuration;
        }

        return kind.TryRead(spot, out T value) ? with(configuration, value) : configuration;
    }

    public override GridAxis? ReadAxis(JsonSpot spot)
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

        var positions = new OrderedDictionary<T, int>(kind.Comparer);
        foreach (JsonSpot element in spot.Elements())
        {
            if (kind.TryRead(element, out T value) && !positions.TryAdd(value, positions.Count))
            {
                element.Errors.Add(element.Path, $"{kind.Text(value)} is in the list twice; keep one.");
            }
        }

        return new GridAxis<T>(this, [.. positions.Keys]);
    }

    public override bool AreEqual(GanConfiguration one, GanConfiguration other)
    {
        return kind.Comparer.Equals(get(one), get(other));
    }

    public override int HashOf(GanConfiguration configuration)
    {
        return kind.Comparer.GetHashCode(get(configuration));
    }

    public override void WriteValue(Utf8JsonWriter writer, GanConfiguration configuration)
    {
        kind.Write(writer, get(configuration));
    }

    public override string ValueText(GanConfiguration configuration)
    {
        return kind.Text(get(configuration));
    }
}
