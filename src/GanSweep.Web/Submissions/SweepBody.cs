using System.Text;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Submissions;

/// <summary>The text of a sweep.json as the body of a request.</summary>
internal static class SweepBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The longest body: the longest text, and a byte more, by which one that is too long is known.</summary>
    public const int MaximumBytes = SweepDefinition.MaximumTextBytes + 1;

    /// <summary>Reads it.</summary>
    /// <exception cref="WrongContentException">The content is not said to be JSON.</exception>
    /// <exception cref="InvalidSettingsException">It is no text.</exception>
    public static async Task<string> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new WrongContentException(
                $"The body is {(string.IsNullOrEmpty(request.ContentType) ? "of no kind that is said" : $"'{request.ContentType}'")}; it is the text of a sweep.json, with Content-Type: application/json.");
        }

        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, cancellationToken);
        try
        {
            return StrictUtf8.GetString(body.GetBuffer(), 0, (int)body.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException broken)
        {
            throw new InvalidSettingsException(
                [new SettingError("$", $"the text is not UTF-8: byte {broken.Index} is 0x{Convert.ToHexString(broken.BytesUnknown ?? [])}. Save it as UTF-8.")]);
        }
    }
}
