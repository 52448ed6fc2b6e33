using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using GanSweep.Contracts.Silos;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Api;

public sealed class UploadEndpointsTests(UploadEndpointsTests.Silo fixture) : IClassFixture<UploadEndpointsTests.Silo>
{
    private static readonly byte[] Losses = File.ReadAllBytes(RepositoryFiles.Path("data", "eu-stock-losses.csv"));

    private readonly ApiSilo _silo = fixture.Api;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_Whole_IsDescribedAsTheConsoleDoes()
    {
        JsonNode table = await _silo.GetAsync($"uploads/{await _silo.UploadAsync(Losses, "a.csv")}/table");

        Assert.Equal("a.csv", (string)table["file"]!);
        Assert.Equal(391, (int)table["rows"]!);
        Assert.Equal(["DAX", "SMI", "CAC", "FTSE"], table["columns"]!.AsArray().Select(column => (string)column!["name"]!));
    }

    [Fact]
    public async Task Upload_Packed_IsTheSameTable()
    {
        using MemoryStream packed = new();
        await using (GZipStream zip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await zip.WriteAsync(Losses, Cancellation);
        }

        JsonNode plain = await _silo.GetAsync($"uploads/{await _silo.UploadAsync(Losses)}/table");
        JsonNode table = await _silo.GetAsync($"uploads/{await _silo.UploadAsync(packed.ToArray(), "a.csv.gz")}/table");

        Assert.Equal((string)plain["hash"]!, (string)table["hash"]!);
    }

    [Fact]
    public async Task Upload_WhatIsSaidOfIt_IsHeard()
    {
        string upload = await _silo.UploadAsync(Losses);

        JsonNode table = await _silo.GetAsync($"uploads/{upload}/table?column=DAX=drop");

        Assert.Equal("drop", (string)table["columns"]![0]!["kind"]!);
        Assert.Contains("column x is not NAME=KIND", (string)(await _silo.GetAsync($"uploads/{upload}/table?column=x", HttpStatusCode.BadRequest))["detail"]!);
    }

    [Fact]
    public async Task Propose_Upload_IsAValidSweepForIt()
    {
        string upload = await _silo.UploadAsync(Losses);
        (_, string text, _) = await _silo.SendAsync(HttpMethod.Get, $"uploads/{upload}/sweep");
        using HttpContent body = ApiSilo.Json(text);

        Assert.Equal("losses.csv", (string)(await _silo.PostAsync($"validate?upload={upload}", body))["dataset"]!["file"]!);
    }

    [Fact]
    public async Task Upload_CutOff_GoesOnFromWhatHasCome()
    {
        (HttpStatusCode begun, string text, _) = await _silo.SendAsync(HttpMethod.Post, "uploads?file=a.csv", null, ("Upload-Length", Text(Losses.Length)));
        string upload = (string)JsonNode.Parse(text)!["upload"]!;
        Assert.Equal(HttpStatusCode.Created, begun);

        // A part of which the connection breaks half way.
        await SendHalfAsync(upload, Losses.AsMemory(0, 10_000), announced: 20_000);
        long offset = await OffsetAsync(upload, atLeast: 1);
        Assert.InRange(offset, 1, 10_000);
        using ByteArrayContent wrong = new(Losses[..10]);
        (HttpStatusCode refused, string problem, HttpResponseMessage conflict) = await _silo.SendAsync(HttpMethod.Patch, $"uploads/{upload}", wrong, ("Upload-Offset", "0"));
        using ByteArrayContent rest = new(Losses[(int)offset..]);
        (HttpStatusCode joined, _, _) = await _silo.SendAsync(HttpMethod.Patch, $"uploads/{upload}", rest, ("Upload-Offset", Text(offset)));

        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.Contains("Go on from Upload-Offset", problem);
        Assert.Equal(Text(offset), Assert.Single(conflict.Headers.GetValues("Upload-Offset")));
        Assert.Equal(HttpStatusCode.OK, joined);
        Assert.Equal(391, (int)(await _silo.GetAsync($"uploads/{upload}/table"))["rows"]!);
    }

    [Fact]
    public async Task Upload_NotWhole_IsNoTableYet()
    {
        (_, string text, _) = await _silo.SendAsync(HttpMethod.Post, "uploads", null, ("Upload-Length", "100"));

        JsonNode problem = await _silo.GetAsync($"uploads/{JsonNode.Parse(text)!["upload"]}/table", HttpStatusCode.Conflict);

        Assert.Contains("0 of 100 bytes are there", (string)problem["detail"]!);
    }

    [Fact]
    public async Task Upload_MoreThanAnnounced_IsRefused()
    {
        (_, string text, _) = await _silo.SendAsync(HttpMethod.Post, "uploads", null, ("Upload-Length", "5"));
        using ByteArrayContent part = new(Losses);

        (HttpStatusCode status, string problem, _) = await _silo.SendAsync(HttpMethod.Patch, $"uploads/{JsonNode.Parse(text)!["upload"]}", part, ("Upload-Offset", "0"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("was announced with 5 bytes", problem);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.LengthRequired)]
    [InlineData("x", HttpStatusCode.BadRequest)]
    [InlineData("99999999999999", HttpStatusCode.RequestEntityTooLarge)]
    public async Task Begin_LengthThatIsNone_IsRefused(string? length, HttpStatusCode expected)
    {
        (HttpStatusCode status, string problem, _) = await _silo.SendAsync(HttpMethod.Post, "uploads", null, length is null ? [] : [("Upload-Length", length)]);

        Assert.Equal(expected, status);
        Assert.NotEmpty((string)JsonNode.Parse(problem)!["detail"]!);
    }

    [Fact]
    public async Task Upload_NoTable_Is422InWords()
    {
        JsonNode problem = await _silo.GetAsync($"uploads/{await _silo.UploadAsync([0x1F, 0x8B, 1, 2, 3], "a.gz")}/table", HttpStatusCode.UnprocessableEntity);

        Assert.Contains("a.gz", (string)problem["detail"]!);
    }

    [Fact]
    public async Task Forget_Upload_IsNotThereAnyMore()
    {
        string upload = await _silo.UploadAsync(Losses);

        (HttpStatusCode status, _, _) = await _silo.SendAsync(HttpMethod.Delete, $"uploads/{upload}");

        Assert.Equal(HttpStatusCode.NoContent, status);
        await _silo.GetAsync($"uploads/{upload}", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("..%2F..%2Fetc")]
    public async Task Table_NoHash_IsRefused(string name)
    {
        JsonNode problem = await _silo.GetAsync($"tables/{name}", HttpStatusCode.UnprocessableEntity);

        Assert.Contains("is not the hash of a table", (string)problem["detail"]!);
    }

    private async Task SendHalfAsync(string upload, ReadOnlyMemory<byte> part, int announced)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(_silo.Origin).Port, Cancellation);
        await using NetworkStream stream = client.GetStream();
        string head = string.Create(
            CultureInfo.InvariantCulture, $"PATCH /api/v1/uploads/{upload} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {announced}\r\nUpload-Offset: 0\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        await stream.WriteAsync(part, Cancellation);
        await stream.FlushAsync(Cancellation);

        // It breaks once some of the part has come: what nobody has read yet goes with the connection.
        Stopwatch waited = Stopwatch.StartNew();
        while (await OffsetAsync(upload) == 0)
        {
            Assert.True(waited.Elapsed < Patience, "nothing of the part has come");
        }
    }

    private async Task<long> OffsetAsync(string upload)
    {
        (_, _, HttpResponseMessage response) = await _silo.SendAsync(HttpMethod.Head, $"uploads/{upload}");
        return long.Parse(Assert.Single(response.Headers.GetValues("Upload-Offset")), CultureInfo.InvariantCulture);
    }

    // The broken connection is noticed in a moment; until then the part is still coming.
    private async Task<long> OffsetAsync(string upload, long atLeast)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            long offset = await OffsetAsync(upload);
            Assert.True(waited.Elapsed < Patience, $"{offset} bytes are there, and the part is still coming");
            using ByteArrayContent nothing = new([]);
            (HttpStatusCode status, _, _) = await _silo.SendAsync(HttpMethod.Patch, $"uploads/{upload}", nothing, ("Upload-Offset", Text(offset)));
            if (offset >= atLeast && status == HttpStatusCode.OK)
            {
                return offset;
            }
        }
    }

    private static string Text(long number)
    {
        return number.ToString(CultureInfo.InvariantCulture);
    }

    public sealed class Silo : IAsyncLifetime
    {
        internal ApiSilo Api { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Api = await ApiSilo.StartAsync(SiloRoles.Coordinator);
        }

        public ValueTask DisposeAsync()
        {
            return Api.DisposeAsync();
        }
    }
}
