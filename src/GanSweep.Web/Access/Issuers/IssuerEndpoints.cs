using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Access.Issuers;

/// <summary>The way to the issuer, and back.</summary>
internal static class IssuerEndpoints
{
    public static void MapIssuer(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/login/issuer", GoAsync).IsOpenToAll();
        endpoints.MapGet(IssuerScheme.CallbackPath, ComeBackAsync).IsOpenToAll();
    }

    private static async Task GoAsync(HttpContext context, string? then)
    {
        try
        {
            await context.ChallengeAsync(IssuerScheme.Name, new AuthenticationProperties { RedirectUri = LocalPath.Of(then) });
        }
        catch (InvalidOperationException)
        {
            // Its configuration cannot be had.
            await ProblemWriter.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "The issuer of identities does not answer. Try again, or log in with a key.");
        }
    }

    private static async Task ComeBackAsync(HttpContext context, IAuthenticationHandlerProvider handlers, Callers callers)
    {
        if (!await callers.MustWaitAsync(context) && await handlers.GetHandlerAsync(context, IssuerScheme.Name) is IAuthenticationRequestHandler handler)
        {
            await handler.HandleRequestAsync();
        }
    }
}
