using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using GanSweep.Reporting;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Schema;
using GanSweep.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace GanSweep.Web.Pages.Assets;

/// <summary>What pages need beside their HTML: two styles and a script. Nothing comes from elsewhere.</summary>
internal static class AssetEndpoints
{
    private static readonly FrozenDictionary<string, (byte[] Content, string Type)> Assets = new Dictionary<string, (byte[], string)>
    {
        ["report.css"] = (Encoding.UTF8.GetBytes(PageSections.Style), "text/css; charset=utf-8"),
        ["pages.css"] = (Read("pages.css"), "text/css; charset=utf-8"),
        ["new.js"] = (Read("new.js"), "text/javascript; charset=utf-8"),
        ["pages.js"] = (Read("pages.js"), "text/javascript; charset=utf-8"),
        ["icon.svg"] = (Read("icon.svg"), "image/svg+xml"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void MapAssets(this IEndpointRouteBuilder endpoints)
    {
        string schema = SweepSchema.Generate(endpoints.ServiceProvider.GetRequiredService<ModelCatalog>());
        endpoints.MapGet("/assets/sweep.schema.json", () => Results.Text(schema, "application/json")).IsOpenToAll();
        endpoints.MapGet("/assets/{name}", (string name) =>
        {
            if (!Assets.TryGetValue(name, out (byte[] Content, string Type) asset))
            {
                return Results.NotFound();
            }

            EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(asset.Content))}\"");
            return Results.Bytes(asset.Content, asset.Type, entityTag: tag);
        }).IsOpenToAll();
    }

    private static byte[] Read(string name)
    {
        using Stream stream = typeof(AssetEndpoints).Assembly.GetManifestResourceStream(name)!;
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
