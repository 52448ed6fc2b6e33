using System.Text.Json;
using System.Text.Json.Nodes;

namespace GanSweep.Web.Tests.Fakes;

/// <summary>Holds what the API answers against its checked-in description: every status, content type and event, and every property of every document.</summary>
internal static class DescribedAnswers
{
    private static readonly JsonNode Description = JsonNode.Parse(File.ReadAllText(RepositoryFiles.Path("deploy", "openapi.json")))!;

    /// <summary>Fails if an answer is not described. What is asked for at no address of the API is passed by.</summary>
    public static void Check(HttpMethod method, Uri address, HttpResponseMessage answer, string body)
    {
        if (OperationAt(method, address) is not { } operation)
        {
            return;
        }

        string at = $"{method} {address.AbsolutePath}: {(int)answer.StatusCode}";
        JsonNode? described = operation["responses"]![$"{(int)answer.StatusCode}"];
        Assert.True(described is not null, $"{at} is not described: {body}");
        if (body.Length == 0)
        {
            return;
        }

        string type = answer.Content.Headers.ContentType?.MediaType ?? "";
        JsonNode? content = described["content"]?[type];
        Assert.True(content is not null, $"{at} has {type}, which is not described: {body}");
        if (type.EndsWith("json", StringComparison.Ordinal) && content["schema"] is { } schema && !IsFile(schema))
        {
            string? fault = FaultIn(JsonNode.Parse(body), schema, "$");
            Assert.True(fault is null, $"{at}: {fault}");
        }
    }

    /// <summary>Fails if an event is not described.</summary>
    public static void CheckEvent(Uri address, string kind, JsonNode data)
    {
        JsonNode? described = OperationAt(HttpMethod.Get, address)?["responses"]!["200"]!["content"]!["text/event-stream"]!["x-events"]![kind];
        Assert.True(described is not null, $"{address.AbsolutePath}: the event {kind} is not described");
        Assert.Null(FaultIn(data, described, "$"));
    }

    private static JsonNode? OperationAt(HttpMethod method, Uri address)
    {
        string[] parts = address.AbsolutePath.Split('/');
        return Description["paths"]!.AsObject().FirstOrDefault(path => IsAt(path.Key.Split('/'), parts)).Value?[method.Method.ToLowerInvariant()];
    }

    private static bool IsAt(string[] path, string[] parts)
    {
        return path.Length == parts.Length && path.Zip(parts).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));
    }

    // Where and how a value is not what a schema says; null if it is.
    private static string? FaultIn(JsonNode? value, JsonNode schema, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return FaultIn(value, Description["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!, at);
        }

        if (schema["oneOf"]?.AsArray() is { } choices)
        {
            string?[] faults = [.. choices.Select(choice => FaultIn(value, choice!, at))];
            return faults.Contains(null) ? null : string.Join("; or ", faults);
        }

        if (schema["enum"]?.AsArray() is { } words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            return $"{at} is {value}, and not of {words.ToJsonString()}";
        }

        if (schema["type"] is { } type && !Types(type).Contains(KindOf(value)) && !(KindOf(value) == "integer" && Types(type).Contains("number")))
        {
            return $"{at} is of type {KindOf(value)}, and not {type.ToJsonString()}";
        }

        return value switch
        {
            JsonArray list when schema["items"] is { } items => list.Select((item, index) => FaultIn(item, items, $"{at}[{index}]")).FirstOrDefault(fault => fault is not null),
            JsonObject map => FaultIn(map, schema, at),
            _ => null,
        };
    }

    private static string? FaultIn(JsonObject map, JsonNode schema, string at)
    {
        JsonObject? properties = schema["properties"]?.AsObject();
        JsonNode? others = schema["additionalProperties"];
        if ((schema["required"]?.AsArray() ?? []).FirstOrDefault(name => !map.ContainsKey((string)name!)) is { } missing)
        {
            return $"{at} has no {missing}";
        }

        return map.Select(pair => (properties?[pair.Key] ?? others) switch
        {
            { } described => FaultIn(pair.Value, described, $"{at}.{pair.Key}"),
            null when properties is null => null,
            null => $"{at}.{pair.Key} is not described",
        }).FirstOrDefault(fault => fault is not null);
    }

    private static bool IsFile(JsonNode schema)
    {
        return (string?)schema["$ref"] == "#/components/schemas/Stream";
    }

    private static string[] Types(JsonNode type)
    {
        return type is JsonArray several ? [.. several.Select(one => (string)one!)] : [(string)type!];
    }

    private static string KindOf(JsonNode? value)
    {
        return value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => value.AsValue().TryGetValue(out long _) ? "integer" : "number",
            _ => "boolean",
        };
    }
}
