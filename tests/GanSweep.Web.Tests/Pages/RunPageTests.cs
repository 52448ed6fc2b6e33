using System.Text.RegularExpressions;
using GanSweep.Contracts.Access;
using GanSweep.Web.Pages.Runs;
using GanSweep.Web.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web.Tests.Pages;

public sealed partial class RunPageTests(KeyedSilo keyed) : IClassFixture<KeyedSilo>
{
    private static readonly string[] OfRows = ["rows", "description", "cumulative", "distributions", "correlations", "pairs", "components", "privacy"];

    private string Page => $"/sweeps/{keyed.Id}/runs/1";

    private RowSections Rows => keyed.Silo.Services.GetRequiredService<RowSections>();

    [Fact]
    public async Task Rows_OfARun_AreForOperatorsWhoLookAndAreDrawnOnce()
    {
        int before = Rows.Count;

        // Readers see how the run was trained and its scores, and no row; for them nothing is drawn, whatever they ask.
        foreach (string path in (string[])[Page, $"{Page}?rows=1", $"/sweeps/{keyed.Id}"])
        {
            IReadOnlyDictionary<string, string> parts = await keyed.PartsAsync(AccessRole.Reader, path);
            Assert.Empty(parts.Keys.Intersect(OfRows));
            Assert.DoesNotContain("beside generated", await keyed.PageAsync(AccessRole.Reader, path), StringComparison.Ordinal);
        }

        Assert.Equal(before, Rows.Count);

        // The page comes at once, and they come when they are drawn.
        string first = await keyed.PageAsync(AccessRole.Operator, Page);
        IReadOnlyDictionary<string, string> drawn = await keyed.PartsWithAsync(AccessRole.Operator, Page, "privacy");
        Assert.Contains("Being drawn", first, StringComparison.Ordinal);
        Assert.Contains("id=\"scores\"", first, StringComparison.Ordinal);
        Assert.Empty(OfRows.Except(drawn.Keys));

        // Whoever else may see them sees the same, at the first look.
        IReadOnlyDictionary<string, string> again = await keyed.PartsAsync(AccessRole.Admin, $"{Page}?other=1");
        Assert.All(OfRows, part => Assert.Equal(drawn[part], again[part]));
        Assert.Equal(before + 1, Rows.Count);
        Assert.Empty((await keyed.PartsAsync(AccessRole.Reader, Page)).Keys.Intersect(OfRows));
    }

    [Fact]
    public async Task Rows_OnThePage_AreTheSectionsOfTheReport()
    {
        string path = $"/sweeps/{keyed.Id}/runs/2";
        IReadOnlyDictionary<string, string> drawn = await keyed.PartsWithAsync(AccessRole.Operator, path, "privacy");
        string report = Unnumbered(await keyed.PageAsync(AccessRole.Operator, $"/api/v1/sweeps/{keyed.Id}/report?run=2"));

        foreach (string part in OfRows.Skip(1))
        {
            string section = Unnumbered(drawn[part])["<section>".Length..].Trim();
            Assert.Contains(section, report, StringComparison.Ordinal);
        }

        Assert.Contains("On 3 fresh samples", drawn["verdict"], StringComparison.Ordinal);
        Assert.All(OfRows.Skip(1), part => Assert.Contains($"href=\"#{part}\"", drawn["rows"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Look_AtRows_IsWrittenToTheLogOnceAndAReadersIsNot()
    {
        string path = $"/sweeps/{keyed.Id}/runs/2";
        await keyed.PartsWithAsync(AccessRole.Operator, path, "privacy");

        // A program that says that it is a page which has nothing yet is sent rows too: what it sends in a header hides nothing.
        IReadOnlyList<string> second = await keyed.PollTwiceAsync(AccessRole.Admin, path);
        await keyed.PageAsync(AccessRole.Reader, path);

        Assert.DoesNotContain("privacy", second);

        AuditEntry entry = Assert.Single(await keyed.Book.Log.ReadAsync(null, 100), entry => entry.Action == "looked at rows" && entry.Detail == "run 2" && !entry.Who.StartsWith("Operator", StringComparison.Ordinal));
        Assert.Equal(keyed.Id, entry.Sweep);
        Assert.Contains("Admin", entry.Who, StringComparison.Ordinal);
    }

    // A report numbers its panels from its beginning, a part of a page from its own.
    private static string Unnumbered(string html)
    {
        return PanelNames().Replace(html, "panel");
    }

    [GeneratedRegex("(?<=[\"#])[pc]([a-z]+-)?[0-9]+(?=[\")])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PanelNames();
}
