using GanSweep.Documents;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Api;

/// <summary>A document as the answer: the same bytes as the console prints with <c>--json</c>.</summary>
/// <param name="Document">The document.</param>
internal sealed record DocumentResult<T>(T Document) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        return JsonDocuments.WriteAsync(httpContext.Response.Body, Document, httpContext.RequestAborted);
    }
}
