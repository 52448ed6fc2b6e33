using GanSweep.Documents;
using GanSweep.Web.Access;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Problems;

/// <summary>Writes problems as answers.</summary>
internal static class ProblemWriter
{
    /// <summary>The content type of problem details.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Writes a problem: as problem details to programs, as a page to people.</summary>
    public static Task WriteAsync(HttpContext context, ProblemDocument problem)
    {
        context.Response.StatusCode = problem.Status;
        if (Refusal.IsForPeople(context.Request))
        {
            return LoginPage.WriteAsync(context, problem.Title, problem.Detail ?? problem.Title, form: false);
        }

        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-store";
        return JsonDocuments.WriteAsync(context.Response.Body, problem, context.RequestAborted);
    }

    /// <summary>Writes a problem in place of an answer of which there is only a status.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        int status = context.Response.StatusCode;
        return WriteAsync(context, ProblemKinds.Of(ProblemOfStatus.Kind(status), ProblemOfStatus.Detail(status)));
    }
}
