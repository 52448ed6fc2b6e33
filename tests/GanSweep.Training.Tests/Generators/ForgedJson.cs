using System.Text.Json.Nodes;

namespace GanSweep.Training.Tests.Generators;

/// <summary>JSON with members changed to anything, what no serializer would write included. A member is named by its path: <c>transform.schema.3.levels</c>.</summary>
internal static class ForgedJson
{
    /// <summary>The paths of all members, and of lists of values those of the first and the last.</summary>
    public static IEnumerable<string> Paths(string json)
    {
        return Paths(JsonNode.Parse(json), string.Empty);
    }

    /// <summary>The JSON of a member.</summary>
    public static string Of(string json, string path)
    {
        return Find(JsonNode.Parse(json), path)?.ToJsonString() ?? "null";
    }

    /// <summary>The JSON with other members; as it was, if there are none of that path, as after another change.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="changes">Paths, and what is written there; null for nothing at all.</param>
    public static string With(string json, params IEnumerable<(string Path, string? Raw)> changes)
    {
        JsonNode document = JsonNode.Parse(json)!;
        List<(string Mark, string Raw)> marks = [];
        foreach ((string path, string? raw) in changes)
        {
            (string outer, string key) = path.LastIndexOf('.') is >= 0 and var dot ? (path[..dot], path[(dot + 1)..]) : (string.Empty, path);
            string mark = $"forged {marks.Count}";
            switch (Find(document, outer))
            {
                case JsonObject holder when raw is null:
                    holder.Remove(key);
                    break;
                case JsonObject holder:
                    holder[key] = mark;
                    break;
                case JsonArray list when raw is null && int.Parse(key) < list.Count:
                    list.RemoveAt(int.Parse(key));
                    break;
                case JsonArray list when int.Parse(key) < list.Count:
                    list[int.Parse(key)] = mark;
                    break;
                default:
                    break;
            }

            marks.Add(($"\"{mark}\"", raw ?? string.Empty));
        }

        return marks.Aggregate(document.ToJsonString(), (written, mark) => written.Replace(mark.Mark, mark.Raw, StringComparison.Ordinal));
    }

    private static JsonNode? Find(JsonNode? node, string path)
    {
        return path.Length == 0 ? node : path.Split('.').Aggregate(node, (holder, key) => holder switch
        {
            JsonObject members => members[key],
            JsonArray list when int.TryParse(key, out int at) && at < list.Count => list[at],
            _ => null,
        });
    }

    private static IEnumerable<string> Paths(JsonNode? node, string path)
    {
        IEnumerable<(string Key, JsonNode? Value)> members = node switch
        {
            JsonObject holder => holder.Select(member => (member.Key, member.Value)),
            JsonArray list => list.Select((item, at) => ($"{at}", item)).Where((_, at) => at == 0 || at == list.Count - 1 || list[at] is not JsonValue),
            _ => [],
        };
        foreach ((string key, JsonNode? value) in members)
        {
            string member = path.Length == 0 ? key : $"{path}.{key}";
            yield return member;
            foreach (string inner in Paths(value, member))
            {
                yield return inner;
            }
        }
    }
}
