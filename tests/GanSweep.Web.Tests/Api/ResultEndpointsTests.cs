using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Services.Samples;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using GanSweep.Training.Generators;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Api;

public sealed class ResultEndpointsTests(TrainedSilo trained) : IClassFixture<TrainedSilo>
{
    private readonly ApiSilo _silo = trained.Silo;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaderboard_OfASweep_IsWhatTheConsolePrints()
    {
        (_, string body, _) = await _silo.SendAsync(HttpMethod.Get, $"sweeps/{trained.Id}/leaderboard");

        Assert.Equal(await TextAsync(LeaderboardDocument.Of(await _silo.Sweep(trained.Id).GetLeaderboardAsync(top: null))), body);
    }

    [Fact]
    public async Task Leaderboard_TopAndByConfiguration_AreFew()
    {
        Assert.Single((await _silo.GetAsync($"sweeps/{trained.Id}/leaderboard?top=1"))["runs"]!.AsArray());
        Assert.Equal(2, (await _silo.GetAsync($"sweeps/{trained.Id}/leaderboard?by=configuration"))["configurations"]!.AsArray().Count);
        Assert.Single((await _silo.GetAsync($"sweeps/{trained.Id}/leaderboard?by=configuration&top=1"))["configurations"]!.AsArray());
    }

    [Fact]
    public async Task Run_Trained_HasItsLosses()
    {
        JsonNode run = await _silo.GetAsync($"sweeps/{trained.Id}/runs/2");

        Assert.Equal([1, 2, 3, 4], run["losses"]!["epoch"]!.AsArray().Select(epoch => (int)epoch!));
        Assert.Equal("nonSaturating", (string)run["config"]!["loss"]!);
    }

    [Fact]
    public async Task Run_NotThere_Is404()
    {
        Assert.Contains("has no run 3; its runs are 1 to 2", (string)(await _silo.GetAsync($"sweeps/{trained.Id}/runs/3", HttpStatusCode.NotFound))["detail"]!);
    }

    [Fact]
    public async Task Importance_FewRuns_SaysWhyNothingIsTold()
    {
        JsonNode importance = await _silo.GetAsync($"sweeps/{trained.Id}/importance?score=meanGap");

        Assert.Equal("meanGap", (string)importance["score"]!);
        Assert.Contains("loss alone varies", (string)importance["alternatives"]![0]!["reason"]!);
    }

    [Fact]
    public async Task Provenance_OfASweep_HasItsTextAndItsTable()
    {
        JsonNode provenance = await _silo.GetAsync($"sweeps/{trained.Id}/provenance");

        Assert.Equal(ApiSilo.TwoRuns, (string)provenance["json"]!);
        Assert.Equal(64, ((string)provenance["datasetHash"]!).Length);
    }

    [Fact]
    public async Task Cluster_OfOneSilo_HasIt()
    {
        JsonNode silo = Assert.Single((await _silo.GetAsync("cluster"))["silos"]!.AsArray())!;

        Assert.Equal(["coordinator", "trainer"], silo["roles"]!.AsArray().Select(role => (string)role!));
        Assert.Equal(ProductVersion.Current, (string)silo["version"]!);
        Assert.Equal(Models.Engines.OfSweep(Models.Catalog.Models), (string)silo["engine"]!);
        Assert.Empty(silo["complaints"]!.AsArray());
        Assert.Empty(silo["errors"]!.AsArray());
        Assert.True((long)silo["store"]!["bytes"]! > 0);
        Assert.Contains(silo["store"]!["kept"]!.AsArray(), amount => (string)amount!["kind"]! == "results" && (long)amount["count"]! == 2);
    }

    [Fact]
    public async Task Generator_Kept_IsAZipWithAName()
    {
        using HttpResponseMessage response = await _silo.Http.GetAsync($"sweeps/{trained.Id}/runs/1/generator", Cancellation);

        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{trained.Id}-run-1.zip", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("1", Assert.Single(response.Headers.GetValues("GanSweep-Run")));
        using ZipArchive zip = new(await response.Content.ReadAsStreamAsync(Cancellation));
        Assert.Contains(zip.Entries, entry => entry.Name == "generator.json");
    }

    [Theory]
    [InlineData(5000, 3, null)]
    [InlineData(20, 1, "DAX > 0.01")]
    public async Task Rows_OfARun_AreThoseThatSampleWrites(int count, long seed, string? where)
    {
        (HttpStatusCode status, string rows, HttpResponseMessage response) = await _silo.SendAsync(
            HttpMethod.Get, $"sweeps/{trained.Id}/runs/2/rows?count={count}&seed={seed}{(where is null ? "" : $"&where={Uri.EscapeDataString(where)}")}");

        GeneratorFile file = await _silo.Sweep(trained.Id).GetGeneratorAsync(2);
        TrainedGenerator generator = GeneratorFileReader.Read(file.Content, "the generator", Models.Families);
        using MemoryStream expected = new();
        new SampleRows(generator, count, seed, isSafe: false)
        {
            Filter = where is null ? null : Tables.Filters.RowFilter.Parse(where, generator.Transform.Schema, generator.Form),
        }.WriteCsv(expected, Cancellation);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Encoding.UTF8.GetString(expected.ToArray()), rows);
    }

    [Theory]
    [InlineData("DAXX > 1", HttpStatusCode.BadRequest, "There is no column \"DAXX\"")]
    [InlineData("DAX > 1000000", HttpStatusCode.UnprocessableEntity, "rows that were drawn, none fits")]
    public async Task Rows_ThatCannotBe_AreRefusedInWords(string where, HttpStatusCode status, string said)
    {
        JsonNode problem = await _silo.GetAsync($"sweeps/{trained.Id}/rows?count=1&where={Uri.EscapeDataString(where)}", status);

        Assert.Contains(said, (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfARun_IsOneFileThatRunsNothing()
    {
        (HttpStatusCode status, string html, HttpResponseMessage response) = await _silo.SendAsync(HttpMethod.Get, $"sweeps/{trained.Id}/report?run=2");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains(trained.Id, html);
        Assert.EndsWith("</html>", html.TrimEnd());
    }

    private static async Task<string> TextAsync<T>(T document)
    {
        using MemoryStream stream = new();
        await JsonDocuments.WriteAsync(stream, document, Cancellation);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
