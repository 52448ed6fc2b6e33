using GanSweep.Documents;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Problems;

/// <summary>Writes problems as answers: as problem details (RFC 9457) to programs, as a page to people.</summary>
internal static class ProblemWriter
{
    /// <summary>The content type of problem details.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Writes a problem.</summary>
    public static Task WriteAsync(HttpContext context, ProblemDocument problem)
    {
        context.Response.StatusCode = problem.Status;
        if (IsForPeople(context.Request))
        {
            return PlainPage.EndAsync(context, PlainPage.Begun(problem.Title, remark: problem.Detail));
        }

        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-store";
        return JsonDocuments.WriteAsync(context.Response.Body, problem, context.RequestAborted);
    }

    /// <summary>Says no.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="detail">Why, and what to do; what the status stands for if there is no more to say.</param>
    public static Task RefuseAsync(HttpContext context, int status, string? detail = null)
    {
        return WriteAsync(context, ProblemKinds.Of(ProblemOfStatus.Kind(status), detail ?? ProblemOfStatus.Detail(status)));
    }

    /// <summary>Writes a problem in place of an answer of which there is only a status.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        return RefuseAsync(context, context.Response.StatusCode);
    }

    /// <summary>Whether a person waits for a page.</summary>
    public static bool IsForPeople(HttpRequest request)
    {
        return !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
