using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GanSweep.Reporting.Html;

namespace GanSweep.Web.Pages.Live;

/// <summary>A part of a page as HTML.</summary>
/// <param name="Id">Its name in the page.</param>
/// <param name="Html">What it holds.</param>
/// <param name="Hash">Another for other HTML.</param>
internal sealed record WrittenPart(string Id, string Html, string Hash)
{
    private readonly Lazy<JsonEncodedText> _encoded = new(() => JsonEncodedText.Encode(Html, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));

    /// <summary>What it holds as it stands in JSON, made once for all who are sent it. It is read as JSON alone, never as script in a page: angle brackets stay as they are.</summary>
    public JsonEncodedText Encoded => _encoded.Value;

    /// <summary>How a browser says that it has it.</summary>
    public string Key => $"{Id}={Hash}";

    /// <summary>Writes a part, or in its place why it could not be written.</summary>
    public static WrittenPart Of(string id, Action<HtmlWriter> write)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        HtmlWriter html = new(text, $"{id}-");
        if (html.TryWrite(write) is { } failure)
        {
            html.Write($"<p>This part could not be made: {failure.Message} Please report it.</p>");
        }

        string written = text.ToString();
        return new WrittenPart(id, written, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)).AsSpan(0, 8)));
    }

    /// <summary>What stands for a part that is being written.</summary>
    public static WrittenPart Pending(string id)
    {
        return new WrittenPart(id, "<p class=\"note\">Being drawn …</p>", "pending");
    }
}
