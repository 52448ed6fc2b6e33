using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;
using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace GanSweep.Web.Access;

/// <summary>Lets to an endpoint whom it is for. One that does not say is for nobody: it is as if it were not there.</summary>
internal sealed partial class AccessGuard(RequestDelegate next, Callers callers, AccessBook book, FormToken forms, ILogger<AccessGuard> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        Endpoint? endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<OpenToAll>() is not null)
        {
            await next(context);
            return;
        }

        if (endpoint is not null && endpoint.Metadata.GetMetadata<NeededRole>() is null && endpoint.RequestDelegate is not null && endpoint is not RouteEndpoint)
        {
            // Routing's own: the method or the type of the content is not what the path takes.
            await next(context);
            return;
        }

        if (endpoint?.Metadata.GetMetadata<NeededRole>() is not { } needed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await callers.FindAsync(context) is { } caller && await IsLetAsync(context, caller, needed.Role))
        {
            context.Features.Set(caller);
            if (endpoint.Metadata.GetMetadata<Audited>() is { } audited)
            {
                context.Response.OnStarting(() => WriteAsync(context, caller, audited.Action));
            }

            await next(context);
        }
    }

    private async Task<bool> IsLetAsync(HttpContext context, Caller caller, AccessRole needed)
    {
        if (caller.Role < needed)
        {
            await callers.NoteRefusalAsync(context, caller.Who, $"it is for the role {Word(needed)}");
            await ProblemWriter.RefuseAsync(
                context, StatusCodes.Status403Forbidden, $"This is for the role {Word(needed)}, and {caller.Who} has the role {Word(caller.Role)}.");
            return false;
        }

        if (caller.Kind == CallerKind.Key || context.Request.OnlyLooks() || await IsOfOwnPageAsync(context, caller))
        {
            return true;
        }

        await callers.NoteRefusalAsync(context, caller.Who, "it does not come from a page of this coordinator");
        await ProblemWriter.RefuseAsync(
            context,
            StatusCodes.Status403Forbidden,
            "This request does not come from a page of this coordinator, or from one that is old. Load the page again; programs send a key: 'Authorization: Bearer gsw_...'.");
        return false;
    }

    // Where nobody is asked there is no cookie that a page elsewhere could use, and a program need not say where it comes from.
    private async Task<bool> IsOfOwnPageAsync(HttpContext context, Caller caller)
    {
        RequestOrigin origin = context.Request.Origin();
        bool isOwn = origin == RequestOrigin.Own || (caller.Kind == CallerKind.Unasked && origin == RequestOrigin.Unsaid);

        // What programs send to the API is called a form by many of them unless they are told otherwise.
        bool isProgram = origin == RequestOrigin.Unsaid && context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        return isOwn && (isProgram || !context.Request.HasFormContentType || await forms.IsInAsync(context));
    }

    private async Task WriteAsync(HttpContext context, Caller caller, string action)
    {
        AuditedSweep? said = context.Features.Get<AuditedSweep>();
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest || said is { IsNothing: true })
        {
            return;
        }

        try
        {
            await book.Log.AppendAsync(new Actor(caller.Who, context.From()), action, said?.SweepId ?? context.GetRouteValue("sweep") as string, said?.Detail);
        }
        catch (StoreException failure)
        {
            // It is done, and the answer says so.
            LogNotWritten(failure, caller.Who, action);
        }
    }

    private static string Word(AccessRole role)
    {
        return role.ToString().ToLowerInvariant();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Who} has {Action}, which could not be written to the log of who did what")]
    private partial void LogNotWritten(Exception failure, string who, string action);
}
