using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GanSweep.Web.Api;

/// <summary>A file as the answer.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its kind.</param>
/// <param name="Name">What it is called where it is kept.</param>
internal sealed record FileResult(ReadOnlyMemory<byte> Content, string ContentType, string Name) : IResult
{
    /// <summary>The header that says which run a file is of.</summary>
    public const string RunHeader = "GanSweep-Run";

    /// <summary>Whether a browser shows it instead of keeping it. It may load nothing, and run nothing.</summary>
    public bool IsShown { get; init; }

    /// <summary>The run that it is of.</summary>
    public int? Run { get; init; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = ContentType;
        response.ContentLength = Content.Length;
        response.Headers.CacheControl = "no-store";
        ContentDispositionHeaderValue disposition = new(IsShown ? "inline" : "attachment");
        disposition.SetHttpFileName(Name);
        response.Headers.ContentDisposition = disposition.ToString();
        if (Run is { } run)
        {
            response.Headers[RunHeader] = run.ToString(CultureInfo.InvariantCulture);
        }

        if (IsShown)
        {
            response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
        }

        return response.Body.WriteAsync(Content, httpContext.RequestAborted).AsTask();
    }
}
