using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Problems;

/// <summary>A page with little on it, for those who are not in: it shows nothing of any sweep.</summary>
internal static class PlainPage
{
    /// <summary>Where its style is.</summary>
    public const string StylePath = "/login.css";

    /// <summary>Its style.</summary>
    public const string Style = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 10vh auto; padding: 0 1rem; }
        h1 { font-size: 1.4rem; }
        input { font: inherit; font-family: ui-monospace, monospace; width: 100%; box-sizing: border-box; padding: .4rem; margin: .3rem 0 1rem; }
        button { font: inherit; padding: .4rem 1.2rem; }
        code { font-family: ui-monospace, monospace; }
        .remark { border-left: .3rem solid #c62828; padding-left: .8rem; }
        """;

    /// <summary>Begins it.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="head">What else stands in its head.</param>
    /// <param name="remark">What is to be said first; null for nothing.</param>
    public static StringBuilder Begun(string title, string head = "", string? remark = null)
    {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<title>").Append(WebUtility.HtmlEncode(title)).Append("</title><link rel=\"stylesheet\" href=\"").Append(StylePath).Append("\">")
            .Append(head)
            .Append("</head><body><main><h1>").Append(WebUtility.HtmlEncode(title)).Append("</h1>");
        return remark is null ? page : page.Append("<p class=\"remark\" role=\"alert\">").Append(WebUtility.HtmlEncode(remark)).Append("</p>");
    }

    /// <summary>Ends and sends it.</summary>
    public static Task EndAsync(HttpContext context, StringBuilder page)
    {
        page.Append("</main></body></html>\n");
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page.ToString(), context.RequestAborted);
    }
}
