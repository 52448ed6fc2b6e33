using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>Reads where requests come from.</summary>
internal static class RequestOrigins
{
    /// <summary>From which page a request comes.</summary>
    public static RequestOrigin Origin(this HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        bool isOwnOrigin = Uri.TryCreate(origin, UriKind.Absolute, out Uri? page)
            && string.Equals(page.Authority, Authority(request), StringComparison.OrdinalIgnoreCase);
        if ((site.Length > 0 && site is not ("same-origin" or "none")) || (origin.Length > 0 && origin != "null" && !isOwnOrigin))
        {
            return RequestOrigin.Foreign;
        }

        // A page in a sandbox has the origin null, and so has a form of a page that hides where it is.
        return site == "same-origin" || isOwnOrigin ? RequestOrigin.Own : origin == "null" ? RequestOrigin.Foreign : RequestOrigin.Unsaid;
    }

    /// <summary>Whether somebody follows a link: the page elsewhere learns nothing of what is answered.</summary>
    public static bool IsNavigation(this HttpRequest request)
    {
        return HttpMethods.IsGet(request.Method)
            && request.Headers.Origin.Count == 0
            && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && request.Headers["Sec-Fetch-Dest"] == "document";
    }

    /// <summary>Whether a request only looks.</summary>
    public static bool OnlyLooks(this HttpRequest request)
    {
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
    }

    // As a Uri has it: without the port that the scheme has anyway.
    private static string Authority(HttpRequest request)
    {
        return Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out Uri? own) ? own.Authority : "";
    }
}
