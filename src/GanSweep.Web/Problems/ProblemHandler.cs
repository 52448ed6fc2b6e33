using System.Collections.Frozen;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace GanSweep.Web.Problems;

/// <summary>Tells a failure as problem details (RFC 9457), in the words that the console has for it.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    private static readonly FrozenDictionary<Type, int> StatusOf = new Dictionary<Type, int>
    {
        [typeof(SweepNotFoundException)] = StatusCodes.Status404NotFound,
        [typeof(RunNotFoundException)] = StatusCodes.Status404NotFound,
        [typeof(GeneratorNotKeptException)] = StatusCodes.Status404NotFound,
        [typeof(AccessKeyNotFoundException)] = StatusCodes.Status404NotFound,
        [typeof(InvalidKeyRequestException)] = StatusCodes.Status422UnprocessableEntity,
        [typeof(InvalidSubmissionException)] = StatusCodes.Status422UnprocessableEntity,
        [typeof(InvalidDatasetException)] = StatusCodes.Status422UnprocessableEntity,
    }.ToFrozenDictionary();

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!StatusOf.TryGetValue(exception.GetType(), out int status))
        {
            return false;
        }

        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails = new ProblemDetails { Status = status, Detail = exception.Message },
        });
    }
}
