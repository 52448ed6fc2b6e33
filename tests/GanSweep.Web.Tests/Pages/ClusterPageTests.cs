using System.Globalization;
using System.Net;
using GanSweep.Contracts.Silos;
using GanSweep.Reporting.Html;
using GanSweep.Silo.Settings;
using GanSweep.Web.Pages.Clusters;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Pages;

public sealed class ClusterPageTests(TrainedSilo trained) : IClassFixture<TrainedSilo>
{
    [Fact]
    public async Task Page_OfOneSilo_ShowsItsVersionsHealthStoreAndThatNothingWentWrong()
    {
        (HttpStatusCode status, string page, _) = await trained.Silo.SendAsync(HttpMethod.Get, "/cluster", null, ("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<td>{ProductVersion.Current}</td>", page, StringComparison.Ordinal);
        Assert.Contains("✓ well", page, StringComparison.Ordinal);
        Assert.Contains("What the store holds", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">runs</th><td class=\"number\">2</td>", Unspaced(page), StringComparison.Ordinal);
        Assert.Contains("None since the coordinator began.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_OfSilosAndSweeps_AreShownAsTextThatRunsNothing()
    {
        const string Hostile = "<script>alert(1)</script>";
        SiloSummary silo = new()
        {
            Address = "10.0.0.1:1@1",
            Name = $"vm{Hostile}",
            Roles = SiloRoles.Both,
            State = SiloState.Active,
            Training = [],
            Errors =
            [
                new SiloError(new DateTimeOffset(2026, 11, 30, 12, 0, 5, TimeSpan.Zero), $"Failed in epoch 7: {Hostile}") { Silo = "10.0.0.1:1@1", SweepId = "a-1", Run = 2, Attempt = 3 },
                new SiloError(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero), "A write failed: No space left on device.") { Silo = "10.0.0.9:1@1" },
            ],
        };
        using StringWriter text = new(CultureInfo.InvariantCulture);

        ErrorTable.Write(new HtmlWriter(text), [silo]);

        string html = text.ToString();
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("Failed in epoch 7: &lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("vm&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/sweeps/a-1/runs/2\"", html, StringComparison.Ordinal);
        Assert.Contains("<td>10.0.0.9:1@1</td>", html, StringComparison.Ordinal);
        Assert.Contains("2026-11-30 12:00:05", html, StringComparison.Ordinal);
    }

    private static string Unspaced(string html)
    {
        return html.Replace("\n", "", StringComparison.Ordinal);
    }
}
