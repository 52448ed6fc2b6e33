using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;
using GanSweep.Tables.Rules;

namespace GanSweep.Sweeps.Definitions;

/// <summary>The elements of "rules": what holds in every row, each an object whose first member says what kind it is.</summary>
internal static class RuleSettings
{
    public const string Order = "lowOrEqual";
    public const string Combinations = "combinations";
    public const string Sum = "sum";
    public const string Total = "is";
    public const string Range = "range";

    /// <summary>The most rules of a table.</summary>
    public const int MostRules = 100;

    private static readonly TextListKind Names = new(100, 4_096);
    private static readonly TextKind Name = new("a column's name of 1 to 4,096 characters", 4_096, @"^[^\u0000-\u001F]+$");

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What an element is, in words.</summary>
    public static string Expected { get; } =
        $"{{ \"{Order}\": [columns] }}, {{ \"{Combinations}\": [columns] }}, {{ \"{Sum}\": [columns], \"{Total}\": column }} or {{ \"{Range}\": [column, low, high] }}";

    /// <summary>Reads the list.</summary>
    public static ImmutableArray<RowRule> Read(JsonSpot spot)
    {
        if (spot.Element.ValueKind != JsonValueKind.Array || spot.Element.GetArrayLength() is < 1 or > MostRules)
        {
            spot.Refuse($"a list of 1 to {MostRules} rules");
            return [];
        }

        return [.. spot.Elements().Select(ReadRule).OfType<RowRule>()];
    }

    /// <summary>The rules as one text, the same for the same; null if there are none.</summary>
    public static string? Text(ImmutableArray<RowRule> rules)
    {
        if (rules.IsDefaultOrEmpty)
        {
            return null;
        }

        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Json))
        {
            writer.WriteStartArray();
            foreach (RowRule rule in rules)
            {
                Write(writer, rule);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes the members of the JSON Schema that allows an element.</summary>
    public static void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("anyOf");
        foreach ((string name, Action<Utf8JsonWriter> write) in (ReadOnlySpan<(string, Action<Utf8JsonWriter>)>)[(Order, Names.WriteSchema), (Combinations, Names.WriteSchema), (Sum, Names.WriteSchema), (Range, WriteBounds)])
        {
            writer.WriteStartObject();
            writer.WriteString("type", "object");
            writer.WriteBoolean("additionalProperties", false);
            writer.WriteStartObject("properties");
            writer.WriteStartObject(name);
            write(writer);
            writer.WriteEndObject();
            if (name == Sum)
            {
                writer.WriteStartObject(Total);
                Name.WriteSchema(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteStartArray("required");
            writer.WriteStringValue(name);
            if (name == Sum)
            {
                writer.WriteStringValue(Total);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static RowRule? ReadRule(JsonSpot spot)
    {
        if (spot.Element.ValueKind != JsonValueKind.Object)
        {
            spot.Refuse(Expected);
            return null;
        }

        IReadOnlyDictionary<string, JsonSpot> members = new JsonSection(spot, [Order, Combinations, Sum, Total, Range], _ => null).Values;
        switch (members.Keys.Order(StringComparer.Ordinal).ToArray())
        {
            case [Order]:
                return Columns(members[Order], 2) is { } ordered ? new OrderRule([.. ordered]) : null;

            case [Combinations]:
                return Columns(members[Combinations], 2) is { } combined ? new CombinationsRule([.. combined]) : null;

            case [Total, Sum]:
                string[]? parts = Columns(members[Sum], 2);
                return Name.TryRead(members[Total], out string total) && parts is not null ? new SumRule([.. parts], total) : null;

            case [Range]:
                return Bounds(members[Range]);

            default:
                spot.Refuse(Expected);
                return null;
        }
    }

    private static string[]? Columns(JsonSpot spot, int least)
    {
        if (!Names.TryRead(spot, out ImmutableArray<string> names))
        {
            return null;
        }

        if (names.Length < least || names.Distinct().Count() != names.Length)
        {
            spot.Errors.Add(spot.Path, $"at least {least} different columns are needed.");
            return null;
        }

        return [.. names];
    }

    private static RangeRule? Bounds(JsonSpot spot)
    {
        JsonSpot[] elements = spot.Element.ValueKind == JsonValueKind.Array ? [.. spot.Elements().Take(4)] : [];
        if (elements.Length == 3 && Name.TryRead(elements[0], out string column) && Bound(elements[1], out double? low) && Bound(elements[2], out double? high)
            && (low ?? high) is not null && !(low > high))
        {
            return new RangeRule(column, low, high);
        }

        spot.Refuse("a column, its lowest and its highest value: [\"age\", 0, 120], null for a bound that there is not");
        return null;
    }

    private static bool Bound(JsonSpot spot, out double? bound)
    {
        bound = null;
        if (spot.Element.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        bool isNumber = spot.Element.ValueKind == JsonValueKind.Number && spot.Element.TryGetDouble(out double number) && double.IsFinite(number);
        bound = isNumber ? spot.Element.GetDouble() : null;
        return isNumber;
    }

    private static void WriteBounds(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", 3);
        writer.WriteNumber("maxItems", 3);
    }

    private static void Write(Utf8JsonWriter writer, RowRule rule)
    {
        writer.WriteStartObject();
        switch (rule)
        {
            case OrderRule order:
                WriteNames(writer, Order, order.Columns);
                break;

            case CombinationsRule combinations:
                WriteNames(writer, Combinations, combinations.Columns);
                break;

            case SumRule sum:
                WriteNames(writer, Sum, sum.Parts);
                writer.WriteString(Total, sum.Total);
                break;

            case RangeRule range:
                writer.WriteStartArray(Range);
                writer.WriteStringValue(range.Column);
                WriteBound(writer, range.Low);
                WriteBound(writer, range.High);
                writer.WriteEndArray();
                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule.");
        }

        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string member, ImmutableArray<string> names)
    {
        writer.WriteStartArray(member);
        foreach (string name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static void WriteBound(Utf8JsonWriter writer, double? bound)
    {
        if (bound is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
