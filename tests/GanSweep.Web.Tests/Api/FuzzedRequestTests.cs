using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GanSweep.Contracts.Silos;
using GanSweep.Fuzzing;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Api;

/// <summary>Requests of every kind whose bytes are changed at random, lines and headers too: answered, refused in words, or hung up on; never failed at.</summary>
public sealed class FuzzedRequestTests(FuzzedRequestTests.Silo fixture) : IClassFixture<FuzzedRequestTests.Silo>
{
    private string[] Requests =>
    [
        Request("GET", "sweeps?state=running&top=5"), Request("GET", "sweeps/losses/leaderboard?top=5&by=configuration"), Request("GET", "sweeps/losses/runs/1?losses=true"),
        Request("GET", "sweeps/losses/runs/1/rows?count=10&seed=1&where=DAX%20%3E%201&format=csv"), Request("GET", "sweeps/losses/importance"), Request("GET", "cluster"),
        Request("GET", "audit?before=9&top=3"), Request("GET", "tables/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"), Request("POST", "sweeps/losses/pause"),
        Request("GET", $"uploads/{fixture.Upload}/table?column=DAX=drop"), Request("PATCH", $"uploads/{fixture.Upload}", "1,2\n3,4\n", "application/octet-stream", "Upload-Offset: 0"),
        Request("POST", "uploads?file=t.csv", "a,b\n1,2\n3,4\n5,6\n", "text/csv"), Request("POST", $"validate?upload={fixture.Upload}", ApiSilo.TwoRuns, "application/json"),
        Request("POST", "keys", """{ "role": "nobody", "name": "ann", "expires": "30d" }""", "application/json"), Request("POST", $"sweeps?upload={fixture.Upload}", ApiSilo.TwoRuns, "application/json"),
        "POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 17\r\n\r\nkey=gsw_a&then=%2F",
        "GET /sweeps/losses?sort=total&parts=board,progress HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nX-Parts: board=1\r\nConnection: close\r\n\r\n",
        "GET /compare?run=losses/1&run=losses/2 HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
    ];

    private static readonly string[] Words =
    [
        "GET ", "POST ", "PUT ", "DELETE ", "PATCH ", "HTTP/1.0", "\r\n", "\r\n\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n",
        "Authorization: Bearer gsw_0\r\n", "Cookie: gansweep-1=a\r\n", "Origin: null\r\n", "Last-Event-ID: 1.1.1\r\n", "Accept: */*\r\n", "Range: bytes=0-\r\n", "Upgrade: h2c\r\n", "%00", "%2F", "..", "//", "?", "&", "=",
        "#", "{", "}", "[", "]", "\"", "null", "-1", "1e999", "99999999999999999999", "\ufeff", "é", "multipart/form-data; boundary=a",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_ChangedAtRandom_IsNeverFailedAt()
    {
        int taken = await Fuzz.PlayAsync(new Mutator([.. Requests.Select(Encoding.UTF8.GetBytes)], [.. Words.Select(Encoding.UTF8.GetBytes)]), cases: 1_000, async request =>
        {
            string answer = await AnswerAsync(request);
            int status = answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0;
            Assert.True(status < 500 || status is 501 or 503 or 505, answer);
            Assert.DoesNotContain("   at GanSweep", answer, StringComparison.Ordinal);
            return status is >= 200 and < 400;
        });

        Assert.NotEqual(0, taken);
    }

    // What the server has sent when it hangs up; a reset says that it wants no more.
    private async Task<string> AnswerAsync(byte[] request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, fixture.Port, Cancellation);
        await using NetworkStream stream = client.GetStream();
        using MemoryStream answer = new();
        try
        {
            await stream.WriteAsync(request, Cancellation);
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(answer, Cancellation);
        }
        catch (Exception end) when (end is IOException or SocketException)
        {
            // The rest is not wanted.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    private static string Request(string method, string path, string body = "", string type = "", string header = "")
    {
        return $"{method} /api/v1/{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + (type.Length > 0 ? $"Content-Type: {type}\r\n" : "")
            + (header.Length > 0 ? $"{header}\r\n" : "")
            + (body.Length > 0 || method != "GET" ? $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n" : "")
            + $"\r\n{body}";
    }

    /// <summary>A coordinator with a table and a sweep, which trains nothing, whatever is submitted, and asks nobody.</summary>
    public sealed class Silo : IAsyncLifetime
    {
        private ApiSilo? _silo;

        public int Port => IPEndPoint.Parse(_silo!.Options.Http).Port;

        public string Upload { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            _silo = await ApiSilo.StartAsync(SiloRoles.Coordinator);
            Upload = await _silo.UploadLossesAsync();
            await _silo.SubmitAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _silo!.DisposeAsync();
        }
    }
}
