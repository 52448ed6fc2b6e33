using System.Globalization;
using GanSweep.Web.Samples;
using GanSweep.Web.Sweeps;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GanSweep.Web.Api;

/// <summary>Synthetic rows as the answer, sent as they are drawn.</summary>
/// <param name="Drawing">Draws them.</param>
/// <param name="Sweep">The sweep.</param>
/// <param name="Run">The run, or null for the best.</param>
/// <param name="Request">Which rows.</param>
internal sealed record RowsResult(RowDrawing Drawing, FoundSweep Sweep, int? Run, RowRequest Request) : IResult
{
    /// <summary>The content type.</summary>
    public const string ContentType = "text/csv";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        try
        {
            await Drawing.DrawAsync(
                Sweep,
                Run,
                Request,
                run =>
                {
                    response.ContentType = ContentType;
                    response.Headers.CacheControl = "no-store";
                    response.Headers[FileResult.RunHeader] = run.ToString(CultureInfo.InvariantCulture);
                    ContentDispositionHeaderValue disposition = new("attachment");
                    disposition.SetHttpFileName($"{Sweep.Id}-run-{run}.csv");
                    response.Headers.ContentDisposition = disposition.ToString();
                    return response.Body;
                },
                httpContext.RequestAborted);
        }
        catch (Exception) when (response.HasStarted)
        {
            // What has been sent is no whole answer, and must not look like one.
            httpContext.Abort();
        }
    }
}
