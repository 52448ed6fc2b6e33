using System.Text.Json;
using GanSweep.Search.Domains;
using GanSweep.Settings.Models;
using GanSweep.Settings.Values;

namespace GanSweep.Sweeps.Spaces;

/// <summary>One key of "space" and the numbers that it is drawn from.</summary>
internal sealed class RangeAxis(ConfigurationKey key, NumberRange range) : Axis(key, [key.FromNumber(range.Minimum), key.FromNumber(range.Maximum)])
{
    public override NumberRange Range => range;

    internal override Parameter Parameter => new NumberParameter(range.Minimum, range.Maximum, range.IsLogarithmic, range.Step ?? (range is { IsWhole: true, IsLogarithmic: false } ? 1 : null));

    public override void Write(Utf8JsonWriter writer)
    {
        Key.Ranges!.Write(writer, range);
    }

    internal override object ValueAt(double coordinate)
    {
        return Key.FromNumber(coordinate);
    }

    internal override double Rounded(double coordinate)
    {
        return range.Round(coordinate);
    }

    internal override double? CoordinateOf(object value)
    {
        double number = Key.ToNumber(value);
        return range.Contains(number) ? number : null;
    }
}
