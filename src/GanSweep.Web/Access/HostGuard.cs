using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>Answers those alone who ask for this door by its name, and from no page elsewhere.</summary>
/// <param name="next">What answers.</param>
/// <param name="hosts">The door's names.</param>
internal sealed class HostGuard(RequestDelegate next, AllowedHosts hosts)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!hosts.Allow(context))
        {
            return ProblemWriter.RefuseAsync(
                context,
                StatusCodes.Status421MisdirectedRequest,
                "This coordinator does not answer by that name. Use http://localhost with its port, or start it with --httpNames and the name, or with --httpUrl and the address.");
        }

        return context.Request.Origin() == RequestOrigin.Foreign && !context.Request.IsNavigation()
            ? ProblemWriter.RefuseAsync(context, StatusCodes.Status403Forbidden, "This request comes from a page of another site, which may not make it.")
            : next(context);
    }
}
