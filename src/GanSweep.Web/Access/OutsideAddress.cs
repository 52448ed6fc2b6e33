using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace GanSweep.Web.Access;

/// <summary>
/// Takes requests as they were made to what stands in front of the door: by TLS, if it ends that, and from whom it says. Otherwise cookies would be
/// sent in the clear too, an issuer would lead back to an address that is not there, and all who guess keys would be one.
/// </summary>
internal static class OutsideAddress
{
    /// <summary>Has requests be taken so, if something stands in front.</summary>
    /// <param name="app">The door.</param>
    /// <param name="url">The address under which browsers ask for it; null if nothing stands in front.</param>
    public static IApplicationBuilder UseOutsideAddress(this IApplicationBuilder app, Uri? url)
    {
        if (url is null)
        {
            return app;
        }

        // Who stands in front on this machine is believed, and nobody else: that is how the library begins.
        return app
            .UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor })
            .Use(next => context =>
            {
                if (string.Equals(context.Request.Host.Value, url.Authority, StringComparison.OrdinalIgnoreCase))
                {
                    context.Request.Scheme = url.Scheme;
                }

                return next(context);
            });
    }
}
