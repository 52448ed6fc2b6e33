using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>The cookie by which a browser that logged in is known. Nothing but its secret is in it.</summary>
internal static class SessionCookie
{
    /// <summary>The secret that a request shows; null if it shows none.</summary>
    public static string? Read(HttpContext context)
    {
        return context.Request.Cookies[NameOf(context)];
    }

    /// <summary>Gives it to the browser.</summary>
    public static void Give(HttpContext context, string secret, DateTimeOffset expiresAt)
    {
        context.Response.Cookies.Append(NameOf(context), secret, Options(context, expiresAt));
    }

    /// <summary>Takes it away.</summary>
    public static void Take(HttpContext context)
    {
        context.Response.Cookies.Delete(NameOf(context), Options(context, null));
    }

    // Browsers do not tell ports of a host apart, and two coordinators may be on one. A name that begins with __Host- is taken from this host
    // alone, and over TLS alone.
    private static string NameOf(HttpContext context)
    {
        string port = context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture);
        return context.Request.IsHttps ? $"__Host-gansweep-{port}" : $"gansweep-{port}";
    }

    private static CookieOptions Options(HttpContext context, DateTimeOffset? expiresAt)
    {
        return new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", Expires = expiresAt };
    }
}
