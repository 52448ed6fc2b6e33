using System.Net;
using System.Text;
using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>The page at which people come in. Without a script a key can be typed; the script reads a link.</summary>
internal static class LoginPage
{
    // What stands behind # in a link is not sent to the server, so it is in no log, and in no Referer.
    public const string Script = """
        "use strict";
        const token = /^#([0-9a-z]+)$/.exec(location.hash);
        if (token) {
            history.replaceState(null, "", location.pathname + location.search);
            document.getElementById("link").value = token[1];
            document.getElementById("login").submit();
        }
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="title">Its title.</param>
    /// <param name="remark">What is to be said; null for nothing.</param>
    /// <param name="then">Where they want to go; null for the beginning.</param>
    /// <param name="issuer">Who vouches for people beside their keys; null if nobody does.</param>
    public static Task WriteAsync(HttpContext context, string title, string? remark, string? then = null, string? issuer = null)
    {
        StringBuilder page = PlainPage.Begun(title, "<script src=\"/login.js\" defer></script>", remark)
            .Append("<form id=\"login\" method=\"post\" action=\"/login\"><input type=\"hidden\" name=\"link\" id=\"link\" value=\"\">")
            .Append("<input type=\"hidden\" name=\"then\" value=\"").Append(WebUtility.HtmlEncode(LocalPath.Of(then))).Append("\">")
            .Append("<label for=\"key\">Your key</label><input id=\"key\" name=\"key\" type=\"password\" autocomplete=\"current-password\" spellcheck=\"false\" autofocus>")
            .Append("<button type=\"submit\">Log in</button></form>")
            .Append("<p>Without a key: <code>gansweep web</code> on the coordinator's machine prints a link that lets a browser in once.</p>");
        if (issuer is not null)
        {
            page.Append("<p><a href=\"/login/issuer?then=").Append(Uri.EscapeDataString(LocalPath.Of(then))).Append("\">Log in with ")
                .Append(WebUtility.HtmlEncode(issuer)).Append("</a></p>");
        }

        return PlainPage.EndAsync(context, page);
    }

    /// <summary>
    /// Writes a page that goes on by itself. A redirect in its place would be a part of the way from the page elsewhere that led here, and browsers
    /// send no cookie of this door on that.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="path">Where to.</param>
    public static Task WriteForwardAsync(HttpContext context, string path)
    {
        string url = WebUtility.HtmlEncode(path);
        return PlainPage.EndAsync(
            context,
            PlainPage.Begun("GanSweep", $"<meta http-equiv=\"refresh\" content=\"0; url={url}\">").Append("<p>You are in. <a href=\"").Append(url).Append("\">Go on</a></p>"));
    }
}
