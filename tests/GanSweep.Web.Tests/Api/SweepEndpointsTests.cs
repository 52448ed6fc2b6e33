using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Api;

public sealed class SweepEndpointsTests(TrainedSilo trained) : IClassFixture<TrainedSilo>
{
    private readonly ApiSilo _silo = trained.Silo;

    [Fact]
    public async Task Submit_SameSweepAgain_IsFoundNotMade()
    {
        using HttpContent body = ApiSilo.Json(ApiSilo.TwoRuns);

        (HttpStatusCode status, string text, HttpResponseMessage response) = await _silo.SendAsync(HttpMethod.Post, $"sweeps?upload={await _silo.UploadLossesAsync()}", body);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(trained.Id, (string)JsonNode.Parse(text)!["sweep"]!);
        Assert.Equal($"/api/v1/sweeps/{trained.Id}", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Submit_StoredTable_IsMade()
    {
        string hash = (string)(await _silo.GetAsync($"sweeps/{trained.Id}/provenance"))["datasetHash"]!;
        using HttpContent body = ApiSilo.Json(ApiSilo.TwoRuns.Replace("losses\",", "again\",", StringComparison.Ordinal));

        JsonNode made = await _silo.PostAsync($"sweeps?table={hash}", body, HttpStatusCode.Created);

        Assert.StartsWith("again-", (string)made["sweep"]!);
        await _silo.PostAsync($"sweeps/{made["sweep"]}/cancel");
    }

    [Fact]
    public async Task Submit_TableThatIsNotThere_Is422()
    {
        using HttpContent body = ApiSilo.Json(ApiSilo.TwoRuns);

        JsonNode problem = await _silo.PostAsync($"sweeps?table={new string('a', 64)}", body, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("The store does not hold the table aaaa", (string)problem["detail"]!);
    }

    [Fact]
    public async Task Submit_NoTable_SaysHowToNameOne()
    {
        using HttpContent body = ApiSilo.Json(ApiSilo.TwoRuns);

        JsonNode problem = await _silo.PostAsync("sweeps", body, HttpStatusCode.BadRequest);

        Assert.StartsWith("No table is named: add ?upload=ID", (string)problem["detail"]!);
    }

    [Fact]
    public async Task Validate_SeveralErrors_TellsThemAllWithTheirPaths()
    {
        using HttpContent body = ApiSilo.Json("""{ "name": "a", "dataset": "b.csv", "spce": {}, "config": { "loss": "nope" } }""");

        JsonNode problem = await _silo.PostAsync("validate?upload=any", body, HttpStatusCode.UnprocessableEntity);

        Assert.Equal("urn:gansweep:problem:invalidSweep", (string)problem["type"]!);
        Assert.Equal(["$.spce", "$.config.loss"], problem["errors"]!.AsArray().Select(error => (string)error!["path"]!));
    }

    [Fact]
    public async Task Validate_Valid_TellsWhatWouldRunAndWhatIsThere()
    {
        using HttpContent body = ApiSilo.Json(ApiSilo.TwoRuns);

        JsonNode document = await _silo.PostAsync($"validate?upload={await _silo.UploadLossesAsync()}", body);

        Assert.Equal(trained.Id, (string)document["sweep"]!);
        Assert.Equal(2, (int)document["runs"]!);
        Assert.Equal("completed", (string)document["stored"]!["state"]!);
        Assert.Equal(2, (int)document["stored"]!["results"]!);
    }

    [Fact]
    public async Task Submit_NotSaidToBeJson_Is415()
    {
        using StringContent body = new(ApiSilo.TwoRuns);

        JsonNode problem = await _silo.PostAsync("sweeps", body, HttpStatusCode.UnsupportedMediaType);

        Assert.Contains("Content-Type: application/json", (string)problem["detail"]!);
    }

    [Fact]
    public async Task Submit_LongerThanASweepMayBe_Is413()
    {
        using HttpContent body = ApiSilo.Json(new string(' ', 3 << 20));

        // The answer comes before the body, which is not read: whoever sends it all the same finds the connection closed.
        (HttpStatusCode status, string problem, _) = await _silo.SendAsync(HttpMethod.Post, "sweeps", body, ("Expect", "100-continue"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.NotEmpty((string)JsonNode.Parse(problem)!["detail"]!);
    }

    public static TheoryData<byte[]> Hostile =>
    [
        Encoding.UTF8.GetBytes(new string('[', 100_000)),
        new byte[] { 0xFF, 0xFE, 0x00 },
        Array.Empty<byte>(),
        Encoding.UTF8.GetBytes("""{ "name": "\ud800" }"""),
        Encoding.UTF8.GetBytes("""{ "name": "../../etc/passwd", "dataset": "x" }"""),
        Encoding.UTF8.GetBytes("null"),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Validate_HostileText_IsRefusedInWords(byte[] text)
    {
        using ByteArrayContent body = new(text);
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json");

        JsonNode problem = await _silo.PostAsync("validate?upload=any", body, HttpStatusCode.UnprocessableEntity);

        Assert.NotEmpty(problem["errors"]!.AsArray());
        Assert.DoesNotContain("   at ", problem.ToJsonString());
    }

    [Fact]
    public async Task Get_BeginningOfAnId_IsTheSweep()
    {
        JsonNode progress = await _silo.GetAsync($"sweeps/{trained.Id[..^3]}");

        Assert.Equal(trained.Id, (string)progress["summary"]!["sweep"]!);
        Assert.Equal(2, (int)progress["summary"]!["counts"]!["completed"]!);
        Assert.Equal(1, (double)progress["done"]!);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("nothing-00000000")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    public async Task Get_NoSuchSweep_Is404InTheConsolesWords(string name)
    {
        JsonNode problem = await _silo.GetAsync($"sweeps/{name}", HttpStatusCode.NotFound);

        Assert.StartsWith("There is no sweep '", (string)problem["detail"]!);
        Assert.Contains("All of them: gansweep list", (string)problem["detail"]!);
    }

    [Fact]
    public async Task Change_EndedSweep_StaysAsItIs()
    {
        foreach (string verb in (string[])["pause", "resume", "retry"])
        {
            Assert.Equal("completed", (string)(await _silo.PostAsync($"sweeps/{trained.Id}/{verb}"))["state"]!);
        }
    }

    [Fact]
    public async Task Change_NewSweep_IsPausedResumedAndCancelled()
    {
        string id = await _silo.SubmitAsync("""{ "name": "long", "dataset": "losses.csv", "config": { "epochs": 100000 } }""");

        Assert.Equal("paused", (string)(await _silo.PostAsync($"sweeps/{id}/pause"))["state"]!);
        Assert.Equal("running", (string)(await _silo.PostAsync($"sweeps/{id}/resume"))["state"]!);
        Assert.Equal("cancelled", (string)(await _silo.PostAsync($"sweeps/{id}/cancel"))["state"]!);
    }

    [Fact]
    public async Task Extend_Grid_SaysWhyNot()
    {
        JsonNode problem = await _silo.PostAsync($"sweeps/{trained.Id}/extend?configurations=9", status: HttpStatusCode.BadRequest);

        Assert.Contains("tries every combination of its space", (string)problem["detail"]!);
    }

    [Theory]
    [InlineData("sweeps?x=1", "There is no key 'x' here: nothing is taken")]
    [InlineData("sweeps/losses/leaderboard?tops=1", "did you mean \"top\"?")]
    [InlineData("sweeps/losses/leaderboard?top=0", "top is '0'; it is a whole number from 1.")]
    [InlineData("sweeps/losses/leaderboard?top=1&top=2", "top is given 2 times; once is enough.")]
    [InlineData("sweeps/losses/leaderboard?by=run2", "by is 'run2'; it is run or configuration.")]
    [InlineData("sweeps/losses/rows", "count is missing")]
    [InlineData("sweeps/losses/rows?count=1e3", "count is '1e3'; it is a whole number from 1.")]
    [InlineData("sweeps/losses/runs/0", "The run is '0'; it is a whole number from 1.")]
    [InlineData("sweeps/losses/importance?score=loss", "score is 'loss'; it is total or ")]
    public async Task Query_WhatIsNotTaken_Is400ThatSaysWhatIs(string path, string said)
    {
        Assert.Contains(said, (string)(await _silo.GetAsync(path, HttpStatusCode.BadRequest))["detail"]!);
    }

    [Fact]
    public async Task Nothing_There_IsAProblem()
    {
        await _silo.GetAsync("nix", HttpStatusCode.NotFound);
        (HttpStatusCode status, _, HttpResponseMessage response) = await _silo.SendAsync(HttpMethod.Delete, "sweeps");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }
}
