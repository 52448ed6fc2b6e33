using System.Text.Json;

namespace GanSweep.Settings.Reading;

/// <summary>A value in the text, where it stands, and where to report what is wrong with it.</summary>
public readonly record struct JsonSpot(JsonElement Element, string Path, SettingErrors Errors)
{
    /// <summary>The elements of a list.</summary>
    public IEnumerable<JsonSpot> Elements()
    {
        int index = 0;
        foreach (JsonElement element in Element.EnumerateArray())
        {
            yield return this with { Element = element, Path = $"{Path}[{index++}]" };
        }
    }

    /// <summary>The members of an object; null for a name with an escaped half of a surrogate pair, which is no text.</summary>
    public IEnumerable<(string? Name, JsonElement Value)> Members()
    {
        foreach (JsonProperty property in Element.EnumerateObject())
        {
            yield return (NameOf(property), property.Value);
        }
    }

    /// <summary>A member of an object.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public JsonSpot Member(string name, JsonElement value)
    {
        return this with { Element = value, Path = Shown.Path(Path, name) };
    }

    /// <summary>Reports that the value is not what it should be: <c>1.5 is not a number from 0 to below 1.</c></summary>
    /// <param name="expected">What is allowed.</param>
    /// <param name="hint">What may have been meant, with the punctuation before it.</param>
    public void Refuse(string expected, string hint = "")
    {
        Errors.Add(Path, $"{Shown.Value(Element)} is not {expected}{(hint.Length > 0 ? hint : ".")}");
    }

    /// <summary>The text of a string; false for other kinds, and for escaped halves of a surrogate pair, which are no text.</summary>
    public bool TryGetText(out string text)
    {
        text = "";
        if (Element.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = Element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
