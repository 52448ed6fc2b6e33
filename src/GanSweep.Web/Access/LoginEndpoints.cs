using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;
using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Access;

/// <summary>The way in for browsers, and the way out.</summary>
internal static class LoginEndpoints
{
    private const string Title = "Log in to GanSweep";

    public static void MapLogin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/login", (HttpContext context, WebDoorOptions door, string? then) =>
            LoginPage.WriteAsync(context, Title, remark: null, then, door.Issuer?.Issuer.Host)).IsOpenToAll();
        endpoints.MapGet("/login.js", (HttpContext context) => WriteAsync(context, "text/javascript", LoginPage.Script)).IsOpenToAll();
        endpoints.MapGet(PlainPage.StylePath, (HttpContext context) => WriteAsync(context, "text/css", PlainPage.Style)).IsOpenToAll();
        endpoints.MapPost("/login", LogInAsync).IsOpenToAll();
        endpoints.MapPost("/logout", LogOutAsync).Needs(AccessRole.Reader).Audits("logged out");
    }

    private static async Task LogInAsync(HttpContext context, Callers callers, AccessBook book)
    {
        if (context.Request.Origin() != RequestOrigin.Own || await context.ReadFormOrNullAsync() is not { } form)
        {
            // Somebody else's page could otherwise log a person in as somebody else.
            await ProblemWriter.RefuseAsync(context, StatusCodes.Status403Forbidden, "Log in at this coordinator's own page, /login. Programs send a key with every request.");
            return;
        }

        string then = LocalPath.Of(form["then"]);
        (string link, string key) = (form["link"].ToString(), form["key"].ToString().Trim());
        (string Secret, StoredPass Session)? opened = link.Length > 0 ? await UseLinkAsync(context, callers, book, link) : await UseKeyAsync(context, callers, book, key);
        if (opened is { } pass)
        {
            SessionCookie.Give(context, pass.Secret, pass.Session.ExpiresAt);
            await book.Log.AppendAsync(new Actor(pass.Session.Who, context.From()), "logged in");
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = then;
        }
        else if (context.Response.StatusCode != StatusCodes.Status429TooManyRequests)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            string remark = link.Length > 0
                ? "This link was used already, or is too old. 'gansweep web' prints another."
                : "This key opens nothing here: it was mistyped, has expired, or was revoked.";
            await LoginPage.WriteAsync(context, Title, remark, then);
        }
    }

    private static async Task<(string Secret, StoredPass Session)?> UseLinkAsync(HttpContext context, Callers callers, AccessBook book, string link)
    {
        if (await callers.MustWaitAsync(context))
        {
            return null;
        }

        (string Secret, StoredPass Session)? opened = await book.Passes.UseLinkAsync(link);
        if (opened is null)
        {
            await callers.NoteGuessAsync(context, "a link that opens nothing");
        }

        return opened;
    }

    private static async Task<(string Secret, StoredPass Session)?> UseKeyAsync(HttpContext context, Callers callers, AccessBook book, string key)
    {
        return await callers.CheckAsync(context, key) is { } good ? await book.Passes.OpenAsync(good) : null;
    }

    private static async Task LogOutAsync(HttpContext context, AccessBook book)
    {
        if (context.Caller().Session is { } session)
        {
            await book.Passes.EndAsync(session);
        }

        SessionCookie.Take(context);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/login";
    }

    private static Task WriteAsync(HttpContext context, string type, string content)
    {
        context.Response.ContentType = $"{type}; charset=utf-8";
        return context.Response.WriteAsync(content, context.RequestAborted);
    }
}
