using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Search.Domains;
using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Spaces;

/// <summary>One key of "space" and the values that it lists. To a search each is a choice: nothing is said of which are near one another.</summary>
internal sealed class ListAxis(ConfigurationKey key, ImmutableArray<object> values) : Axis(key, values)
{
    internal override Parameter Parameter => new ChoiceParameter(Count);

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (object value in Values)
        {
            Key.Write(writer, value);
        }

        writer.WriteEndArray();
    }

    internal override object ValueAt(double coordinate)
    {
        return Values[(int)coordinate];
    }

    internal override double Rounded(double coordinate)
    {
        return coordinate;
    }

    internal override double? CoordinateOf(object value)
    {
        return IndexOf(value);
    }
}
