using GanSweep.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace GanSweep.Web.Access;

/// <summary>Says no: as problem details to programs, as a page to people.</summary>
internal static class Refusal
{
    private static readonly ProblemJson Json = new(JsonDocuments.Readable(ProblemJson.Default.Options));

    /// <summary>Says it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="detail">Why, and what to do.</param>
    public static async Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        if (IsForPeople(context.Request))
        {
            await LoginPage.WriteAsync(context, "GanSweep", detail, form: false);
            return;
        }

        ProblemDetails problem = new() { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };
        await context.Response.WriteAsJsonAsync(
            problem, Json.ProblemDetails, "application/problem+json", context.RequestAborted);
    }

    /// <summary>Whether a person waits for a page.</summary>
    public static bool IsForPeople(HttpRequest request)
    {
        return !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
