using System.Text.Json;

namespace GanSweep.Settings.Values;

/// <summary>Values of a configuration's canonical text as cells of a table, whatever the model: <c>nonSaturating</c>, <c>64-64</c>, <c>0.0002</c>.</summary>
internal static class CellText
{
    /// <summary>The value as its <see cref="ValueKind{T}.Text"/> would show it.</summary>
    public static string Of(JsonElement value)
    {
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join('-', value.EnumerateArray().Select(Of)),
            JsonValueKind.Number => OfNumber(value.GetRawText()),
            _ => value.GetRawText(),
        };
    }

    /// <summary>A number's shortest digits without what a cell need not say: 5E-05 is 5e-5.</summary>
    internal static string OfNumber(string shortest)
    {
        return shortest.Replace("E-0", "e-", StringComparison.Ordinal).Replace('E', 'e');
    }
}
