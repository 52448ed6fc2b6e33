using GanSweep.Documents;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Problems;

/// <summary>Problems of which the server says no more than a status.</summary>
internal static class ProblemOfStatus
{
    /// <summary>The kind of problem that a status stands for.</summary>
    public static ProblemKind Kind(int status)
    {
        return status switch
        {
            StatusCodes.Status401Unauthorized => new ProblemKind(ProblemNames.Unauthenticated, status, "A key is needed"),
            StatusCodes.Status403Forbidden => new ProblemKind(ProblemNames.Forbidden, status, "This is not allowed"),
            StatusCodes.Status404NotFound => new ProblemKind(ProblemNames.NotFound, status, "There is nothing here"),
            StatusCodes.Status405MethodNotAllowed => new ProblemKind(ProblemNames.WrongMethod, status, "Another method is needed"),
            StatusCodes.Status413PayloadTooLarge => new ProblemKind(ProblemNames.TooLarge, status, "Too much at once"),
            StatusCodes.Status415UnsupportedMediaType => new ProblemKind(ProblemNames.WrongContent, status, "Another kind of content is needed"),
            StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => new ProblemKind(ProblemNames.Busy, status, "Too much is asked for"),
            >= StatusCodes.Status500InternalServerError => new ProblemKind(ProblemNames.Failed, status, "The coordinator failed"),
            _ => new ProblemKind(ProblemNames.WrongRequest, status, "The request cannot be understood"),
        };
    }

    /// <summary>What to do about it; null where only the request can tell.</summary>
    public static string? Detail(int status)
    {
        return status switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address. What there is: /openapi/v1.json, and docs/api.md tells how to use it.",
            StatusCodes.Status405MethodNotAllowed => "This address takes another method; the header Allow says which.",
            StatusCodes.Status413PayloadTooLarge => "The body is longer than this address takes. A table goes to /api/v1/uploads, in parts if it is long.",
            StatusCodes.Status415UnsupportedMediaType => "The body is of a kind that this address does not take.",
            _ => null,
        };
    }
}
