namespace GanSweep.Tables.Text;

/// <summary>What messages show of a file's texts.</summary>
/// <param name="quotesCells">Whether they may show any of it.</param>
internal sealed class Shown(bool quotesCells)
{
    private const int MostLetters = 40;

    /// <summary>Whether texts may be shown.</summary>
    public bool QuotesCells => quotesCells;

    /// <summary>A text, shortened.</summary>
    public string Of(string text)
    {
        return !quotesCells ? "…" : text.Length <= MostLetters ? text : string.Concat(text.AsSpan(0, MostLetters), "…");
    }

    /// <summary>A text, shortened and in quotes.</summary>
    public string Quoted(string text)
    {
        return $"\"{Of(text)}\"";
    }

    /// <summary>A whole text as JSON has it, to be copied; three dots if nothing is shown.</summary>
    public string Json(string text)
    {
        return quotesCells ? $"\"{System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"" : "\"…\"";
    }
}
