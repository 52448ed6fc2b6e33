using System.Globalization;
using System.Text.Json;
using static GanSweep.Client.Tests.Reference.MarkdownTable;

namespace GanSweep.Client.Tests.Reference;

/// <summary>The keys of a section of sweep.json as a table, by its JSON Schema.</summary>
/// <param name="schema">The whole schema.</param>
internal sealed class SchemaTable(JsonElement schema)
{
    // An object of more keys has a table, or a document, of its own.
    private const int MostOfARow = 2;

    private static readonly string[] Headings = ["key", "is", "allowed", "default"];

    /// <summary>The keys of the file itself. A section of sections, such as ranking, is shown by those.</summary>
    public string OfFile()
    {
        return Write(Headings, Members(schema).SelectMany(key => IsOfSections(key.Value)
            ? Members(key.Value).Select(section => Row($"{key.Name}.{section.Name}", section.Value))
            : [Row(key.Name, key.Value)]));
    }

    /// <summary>The keys of a section.</summary>
    public string Of(string section)
    {
        return Write(Headings, Members(schema.GetProperty("properties").GetProperty(section)).Select(key => Row(key.Name, key.Value)));
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement section)
    {
        return section.GetProperty("properties").EnumerateObject();
    }

    private static bool IsOfSections(JsonElement key)
    {
        return key.TryGetProperty("properties", out _) && Members(key).All(member => member.Value.TryGetProperty("properties", out _));
    }

    private string[] Row(string name, JsonElement key)
    {
        JsonElement type = key.TryGetProperty("$ref", out JsonElement reference)
            ? schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..])
            : key;
        string description = key.TryGetProperty("description", out JsonElement told) ? told.GetString()! : "";
        return [Code(name), description, Allowed(type), Default(name, key)];
    }

    private string Default(string name, JsonElement key)
    {
        if (schema.GetProperty("required").EnumerateArray().Any(required => required.GetString() == name))
        {
            return "required";
        }

        return !key.TryGetProperty("default", out JsonElement value) ? ""
            : Code(value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonSerializer.Serialize(value));
    }

    private string Allowed(JsonElement type)
    {
        if (type.TryGetProperty("anyOf", out JsonElement forms))
        {
            return string.Join("; or ", forms.EnumerateArray().Select(form => form.TryGetProperty("properties", out _) ? AllowedObject(form) : Allowed(form)));
        }

        if (type.TryGetProperty("$ref", out _))
        {
            // Of a section that has its own table.
            return "an object of lists and ranges";
        }

        if (type.TryGetProperty("const", out JsonElement one))
        {
            return Code(one.GetString()!);
        }

        if (type.TryGetProperty("enum", out JsonElement names))
        {
            return string.Join(", ", names.EnumerateArray().Select(name => Code(name.GetString()!)));
        }

        return type.GetProperty("type").GetString() switch
        {
            "integer" => $"whole, {Range(type)}",
            "number" => Range(type),
            "boolean" => "`true`, `false`",
            "array" when !type.TryGetProperty("items", out _) => $"{type.GetProperty("minItems")} values",
            "array" when type.GetProperty("items").TryGetProperty("properties", out _) => $"{type.GetProperty("minItems")} to {type.GetProperty("maxItems")} objects of keys of the space",
            "array" => $"{type.GetProperty("minItems")} to {type.GetProperty("maxItems")} {Plural(type.GetProperty("items"))}, each {Allowed(type.GetProperty("items"))}",
            "object" when type.TryGetProperty("additionalProperties", out JsonElement values) && values.ValueKind == JsonValueKind.Object => $"an object, each value {Allowed(values)}",
            "object" when type.TryGetProperty("properties", out JsonElement keys) && keys.EnumerateObject().Count() <= MostOfARow => AllowedObject(type),
            "string" => $"text of at most {Number(type.GetProperty("maxLength"))} characters",
            _ => "",
        };
    }

    private static string Plural(JsonElement items)
    {
        return !items.TryGetProperty("type", out JsonElement type) ? "objects" : type.GetString() == "string" ? "texts" : "numbers";
    }

    private string AllowedObject(JsonElement form)
    {
        var keys = Members(form).Select(key => $"{Code(key.Name)} {string.Join(", ", Row(key.Name, key.Value).Skip(2).Where(cell => cell.Length > 0))}");
        return $"an object: {string.Join("; ", keys)}";
    }

    private static string Range(JsonElement type)
    {
        string low = type.TryGetProperty("minimum", out JsonElement from) ? Number(from) : $"above {Number(type.GetProperty("exclusiveMinimum"))}";
        string high = type.TryGetProperty("maximum", out JsonElement to) ? Number(to) : $"below {Number(type.GetProperty("exclusiveMaximum"))}";
        return $"{low} to {high}";
    }

    private static string Number(JsonElement number)
    {
        return number.GetDecimal().ToString("#,##0.####", CultureInfo.InvariantCulture);
    }
}
