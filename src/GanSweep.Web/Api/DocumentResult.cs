using System.Reflection;
using GanSweep.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace GanSweep.Web.Api;

/// <summary>A document as the answer: the same bytes as the console prints with <c>--json</c>.</summary>
/// <param name="Document">The document.</param>
/// <param name="Status">The status.</param>
/// <param name="Location">Where what was made is; null if nothing was.</param>
internal sealed record DocumentResult<T>(T Document, int Status = StatusCodes.Status200OK, string? Location = null) : IResult, IEndpointMetadataProvider
{
    /// <summary>The content type.</summary>
    public const string ContentType = "application/json";

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [ContentType]));
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "no-store";
        if (Location is not null)
        {
            httpContext.Response.Headers.Location = Location;
        }

        return JsonDocuments.WriteAsync(httpContext.Response.Body, Document, httpContext.RequestAborted);
    }
}
