using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Ranges;

/// <summary>Ranges of numbers: <c>{ "min": 0.0003, "max": 0.01, "scale": "log" }</c>.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
/// <param name="numbers">What both ends must be.</param>
internal sealed class RangeKind<T>(ValueKind<T> numbers) : ValueKind<NumberRange>
    where T : notnull
{
    private readonly INumberKind<T> _kind = (INumberKind<T>)numbers;
    private readonly Setting<T> _minimum = new("min", "The least number that is tried.", numbers);
    private readonly Setting<T> _maximum = new("max", "The greatest number that is tried.", numbers);
    private readonly Setting<RangeScale> _scale = new("scale", "Whether numbers are drawn by themselves or by their logarithms.", new ChoiceKind<RangeScale>(), RangeScale.Linear);
    private readonly Setting<double> _step = new(
        "step", "The distance of two neighbours, counted from the least. Left out: numbers have three significant digits.", new NumberKind { Minimum = 0, Maximum = 1e12, ExcludesMinimum = true });

    /// <inheritdoc/>
    public override string Expected => "an object with \"min\" and \"max\", and \"scale\" or \"step\" if wanted";

    private ImmutableArray<Setting> Members => [_minimum, _maximum, _scale, _step];

    /// <inheritdoc/>
    public override bool TryRead(JsonSpot spot, out NumberRange value)
    {
        int before = spot.Errors.Count;
        JsonSection section = new(spot, [.. Members.Select(member => member.Name)], _ => null);
        T least = section.Require(_minimum);
        T greatest = section.Require(_maximum);
        bool isLogarithmic = section.Read(_scale) == RangeScale.Log;
        double? step = section.TryRead(_step, out double told) ? told : null;
        value = new NumberRange(0, 1, isLogarithmic, step, _kind.IsWhole);
        if (spot.Errors.Count > before)
        {
            return false;
        }

        value = value with { Minimum = _kind.ToNumber(least), Maximum = _kind.ToNumber(greatest) };
        Check(value, spot);
        return spot.Errors.Count == before;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, NumberRange value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(_minimum.Name);
        numbers.Write(writer, _kind.FromNumber(value.Minimum));
        writer.WritePropertyName(_maximum.Name);
        numbers.Write(writer, _kind.FromNumber(value.Maximum));
        if (value.IsLogarithmic)
        {
            writer.WritePropertyName(_scale.Name);
            _scale.Kind.Write(writer, RangeScale.Log);
        }

        if (value.Step is { } step)
        {
            writer.WriteNumber(_step.Name, step);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override string Text(NumberRange value)
    {
        return value.ToString();
    }

    /// <inheritdoc/>
    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartObject("properties");
        foreach (Setting member in Members)
        {
            writer.WriteStartObject(member.Name);
            writer.WriteString("description", member.Description);
            member.WriteType(writer);
            member.WriteDefault(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("required");
        writer.WriteStringValue(_minimum.Name);
        writer.WriteStringValue(_maximum.Name);
        writer.WriteEndArray();
    }

    private void Check(NumberRange range, JsonSpot spot)
    {
        if (range.Minimum >= range.Maximum)
        {
            spot.Errors.Add($"{spot.Path}.{_maximum.Name}", $"{Number(range.Maximum)} is not above \"{_minimum.Name}\", {Number(range.Minimum)}; one value alone belongs into \"config\".");
        }
        else if (range is { IsLogarithmic: true, Minimum: <= 0 })
        {
            spot.Errors.Add($"{spot.Path}.{_minimum.Name}", $"{Number(range.Minimum)} has no logarithm; raise it above 0, or make \"{_scale.Name}\" linear.");
        }
        else if (range is { IsLogarithmic: true, Step: not null })
        {
            spot.Errors.Add($"{spot.Path}.{_step.Name}", $"numbers that are drawn by their logarithms have three significant digits, and no step; keep one of \"{_step.Name}\" and \"{_scale.Name}\".");
        }
        else if (range is { IsWhole: true, Step: { } part } && !double.IsInteger(part))
        {
            spot.Errors.Add($"{spot.Path}.{_step.Name}", "the numbers are whole, and so must their step be.");
        }
        else if (range.Step > range.Maximum - range.Minimum)
        {
            spot.Errors.Add($"{spot.Path}.{_step.Name}", $"no second number of the range is {range.Step} above the first; make it smaller.");
        }
    }

    private string Number(double number)
    {
        return numbers.Text(_kind.FromNumber(number));
    }
}
