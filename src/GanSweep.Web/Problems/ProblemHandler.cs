using System.Globalization;
using GanSweep.Documents;
using GanSweep.Web.Uploads;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GanSweep.Web.Problems;

/// <summary>Tells a failure as problem details (RFC 9457), in the words that the console has for it.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    // Long enough for what keeps a coordinator busy to get on, short enough for a person to wait.
    private const string RetryAfterSeconds = "5";

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        ProblemDocument problem = ProblemKinds.Of(exception, httpContext.TraceIdentifier);
        if (ProblemKinds.IsUnforeseen(problem))
        {
            LogUnforeseen(exception, httpContext.Request.Method, httpContext.Request.Path, httpContext.TraceIdentifier);
        }

        if (problem.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        if (exception is UploadConflictException { Offset: { } offset })
        {
            httpContext.Response.Headers[UploadHeaders.Offset] = offset.ToString(CultureInfo.InvariantCulture);
        }

        await ProblemWriter.WriteAsync(httpContext, problem);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed, trace {Trace}")]
    private partial void LogUnforeseen(Exception exception, string method, string path, string trace);
}
