using System.Globalization;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Html;
using GanSweep.Web.Access;
using GanSweep.Web.Pages.Assets;
using GanSweep.Web.Pages.Audits;
using GanSweep.Web.Pages.Clusters;
using GanSweep.Web.Pages.Comparisons;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Pages.Runs;
using GanSweep.Web.Pages.Submissions;
using GanSweep.Web.Pages.Sweeps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Pages;

/// <summary>The pages, and the buttons on them.</summary>
internal static class PageEndpoints
{
    private static readonly (string Action, string Done, Func<ISweepGrain, Task> Do)[] Actions =
    [
        ("pause", "paused", sweep => sweep.PauseAsync()),
        ("resume", "resumed", sweep => sweep.ResumeAsync()),
        ("cancel", "cancelled", sweep => sweep.CancelAsync()),
        ("retry", "retried", sweep => sweep.RetryAsync()),
    ];

    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAssets();
        endpoints.MapGet("/", SweepListPage.OfAsync).Needs(AccessRole.Reader);
        endpoints.MapGet("/sweeps/{sweep}", SweepPage.OfAsync).Needs(AccessRole.Reader);
        endpoints.MapGet("/sweeps/{sweep}/runs/{run:int}", RunPage.OfAsync).Needs(AccessRole.Reader).Audits("looked at rows");
        endpoints.MapGet("/sweeps/{sweep}/cancel", (HttpContext context, string sweep) => Question(context, sweep)).Needs(AccessRole.Operator);
        endpoints.MapGet("/sweeps/{sweep}/runs/{run:int}/rows", (HttpContext context, string sweep, int run) => Rows(context, sweep, run)).Needs(AccessRole.Operator);
        endpoints.MapGet("/new", NewSweepPage.OfAsync).Needs(AccessRole.Operator);
        endpoints.MapGet("/compare", ComparePage.OfAsync).Needs(AccessRole.Reader);
        endpoints.MapGet("/cluster", ClusterPage.OfAsync).Needs(AccessRole.Reader);
        endpoints.MapGet("/audit", AuditPage.OfAsync).Needs(AccessRole.Admin);
        foreach ((string action, string done, Func<ISweepGrain, Task> act) in Actions)
        {
            endpoints.MapPost($"/sweeps/{{sweep}}/{action}", async (IGrainFactory grains, string sweep) =>
            {
                await act(grains.GetGrain<ISweepGrain>(sweep));
                return Results.LocalRedirect($"/sweeps/{Uri.EscapeDataString(sweep)}");
            }).Needs(AccessRole.Operator).Audits(done);
        }
    }

    // A form says what it leaves empty too; the API takes what is said alone.
    private static IResult Rows(HttpContext context, string sweep, int run)
    {
        string query = string.Join('&', context.Request.Query.Where(pair => pair.Value.ToString().Length > 0).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"));
        return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/api/v1/sweeps/{Uri.EscapeDataString(sweep)}/runs/{run}/rows?{query}"));
    }

    private static LivePage Question(HttpContext context, string sweep)
    {
        PageContext reader = PageContext.Of(context);
        return new LivePage
        {
            Title = "Cancel",
            Path = [("Sweeps", "/"), (sweep, $"/sweeps/{sweep}")],
            IsLive = false,
            Parts =
            [
                new Part("question", "", html =>
                {
                    html.Write($"<p class=\"lead\">Cancel {sweep}? Its running runs stop and lose what they have trained since their last checkpoint; what is completed stays. It can be resumed.</p><div class=\"actions\">");
                    StatePart.Button(html, sweep, "cancel", "Cancel the sweep", reader);
                    html.Write($"<a class=\"button\" href=\"/sweeps/{sweep}\">Let it go on</a></div>");
                }) { IsPersonal = true },
            ],
        };
    }
}
