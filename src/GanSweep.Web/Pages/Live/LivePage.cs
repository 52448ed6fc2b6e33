using System.Text;
using System.Text.Json;
using GanSweep.Reporting.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web.Pages.Live;

/// <summary>
/// A page of parts. A browser asks for the page, and from then on, every second while it is looked at, for those of its parts that have changed: it says
/// which it has. Whatever happens in between, to the coordinator or to the network, the next answer has all that is new.
/// </summary>
internal sealed class LivePage : IResult
{
    /// <summary>The header by which a browser says which parts it has: <c>id=hash</c>, with commas.</summary>
    public const string PartsHeader = "X-Parts";

    /// <summary>What stands in the window's title.</summary>
    public required string Title { get; init; }

    /// <summary>Where in the house one is: links from the first page to this one.</summary>
    public IReadOnlyList<(string Text, string Address)> Path { get; init; } = [];

    /// <summary>The parts, from the top.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>Whether it can change, so that it is asked for again.</summary>
    public bool IsLive { get; init; } = true;

    /// <summary>The script that it needs beside the one of all pages; null for none.</summary>
    public string? Script { get; init; }

    /// <summary>The parts that a browser says it has, by <see cref="WrittenPart.Key"/>; none where it asks for the page.</summary>
    public static HashSet<string> KnownTo(HttpRequest request)
    {
        return [.. request.Headers[PartsHeader].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        PartCache cache = httpContext.RequestServices.GetRequiredService<PartCache>();
        string address = httpContext.Request.GetEncodedPathAndQuery();
        PageContext reader = PageContext.Of(httpContext);
        List<WrittenPart> parts = [];
        foreach (Part part in Parts)
        {
            parts.Add(await cache.WriteAsync(address, part, reader));
        }

        if (httpContext.Request.Headers.ContainsKey(PartsHeader))
        {
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            await WriteChangesAsync(httpContext, parts, KnownTo(httpContext.Request));
            return;
        }

        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(PageLayout.Whole(this, parts, reader), Encoding.UTF8, httpContext.RequestAborted);
    }

    private async Task WriteChangesAsync(HttpContext httpContext, List<WrittenPart> parts, HashSet<string> has)
    {
        await using Utf8JsonWriter json = new(httpContext.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("title", Title);
        json.WriteBoolean("live", IsLive);
        json.WriteStartArray("order");
        foreach (WrittenPart part in parts)
        {
            json.WriteStringValue(part.Id);
        }

        json.WriteEndArray();
        json.WriteStartArray("changed");
        foreach (WrittenPart part in parts.Where(part => !has.Contains(part.Key)))
        {
            json.WriteStartObject();
            json.WriteString("id", part.Id);
            json.WriteString("hash", part.Hash);
            json.WriteString("html", part.Encoded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(httpContext.RequestAborted);
    }
}
