using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;

namespace GanSweep.Sweeps.Strategies;

/// <summary>A strategy: by its name, or by an object if it has keys.</summary>
/// <param name="strategies">The strategies, each with the defaults of its keys.</param>
internal sealed class StrategyKind(ImmutableArray<Strategy> strategies) : ValueKind<Strategy>
{
    private readonly Setting<string> _kind = new(Strategy.KindKey, "The strategy.", new NameKind([.. strategies.Select(strategy => strategy.Name)]));

    private ImmutableArray<Strategy> WithKeys => [.. strategies.Where(strategy => strategy.Keys.Length > 0)];

    public override string Expected =>
        _kind.Kind.Expected + (WithKeys.Length > 0 ? $", or an object with the \"kind\" {string.Join(" or ", WithKeys)} and its keys" : "");

    public override bool TryRead(JsonSpot spot, out Strategy value)
    {
        value = strategies[0];
        if (spot.Element.ValueKind != JsonValueKind.Object || WithKeys.Length == 0)
        {
            if (!_kind.Kind.TryRead(spot, out string name))
            {
                return false;
            }

            value = Find(name)!;
            if (value.Example is { } example)
            {
                spot.Errors.Add(spot.Path, $"the name alone does not say how many configurations \"{value}\" tries; write {example}.");
                return false;
            }

            return true;
        }

        // Which keys there are hangs on the kind.
        JsonElement kind = spot.Members().FirstOrDefault(member => member.Name == _kind.Name).Value;
        Strategy? told = (spot with { Element = kind }).TryGetText(out string text) ? Find(text) : null;
        JsonSection section = new(spot, [_kind.Name, .. (told is null ? WithKeys.SelectMany(KeyNames) : KeyNames(told)).Distinct()], _ => null);
        section.Require(_kind);
        value = told?.Read(section) ?? value;
        return told is not null;
    }

    public override void Write(Utf8JsonWriter writer, Strategy value)
    {
        value.Write(writer);
    }

    public override string Text(Strategy value)
    {
        return value.Name;
    }

    public override void WriteSchema(Utf8JsonWriter writer)
    {
        if (WithKeys.Length == 0)
        {
            _kind.WriteType(writer);
            return;
        }

        writer.WriteStartArray("anyOf");
        writer.WriteStartObject();
        new NameKind([.. strategies.Where(strategy => strategy.Example is null).Select(strategy => strategy.Name)]).WriteSchema(writer);
        writer.WriteEndObject();
        foreach (Strategy strategy in WithKeys)
        {
            WriteObject(writer, strategy);
        }

        writer.WriteEndArray();
    }

    private void WriteObject(Utf8JsonWriter writer, Strategy strategy)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartObject("properties");
        writer.WriteStartObject(_kind.Name);
        writer.WriteString("const", strategy.Name);
        writer.WriteEndObject();
        foreach (Setting key in strategy.Keys)
        {
            writer.WriteStartObject(key.Name);
            writer.WriteString("description", key.Description);
            key.WriteType(writer);
            key.WriteDefault(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("required");
        writer.WriteStringValue(_kind.Name);
        foreach (Setting key in strategy.Required)
        {
            writer.WriteStringValue(key.Name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private Strategy? Find(string name)
    {
        return strategies.FirstOrDefault(strategy => strategy.Name == name);
    }

    private static IEnumerable<string> KeyNames(Strategy strategy)
    {
        return strategy.Keys.Select(key => key.Name);
    }
}
