using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>What every answer says to browsers, unless an endpoint says otherwise.</summary>
/// <param name="next">What answers.</param>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: what handles an exception begins the answer anew.
        context.Response.OnStarting(() =>
        {
            Add(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Add(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", (context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>() ?? ContentPolicy.OfDoor).Text);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");

        // Not no-referrer: then browsers post forms with the origin null, and a form of this door would look like one from elsewhere.
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Cache-Control", "no-store");
        if (context.Request.IsHttps && context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            // For the loopback's names it would forbid whatever else this machine serves in the clear.
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
