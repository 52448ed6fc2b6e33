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
    private FuzzedRequest[] Requests =>
    [
        new("GET", "/api/v1/sweeps?state=running&top=5"), new("GET", "/api/v1/sweeps/losses/leaderboard?top=5&by=configuration"), new("GET", "/api/v1/sweeps/losses/runs/1?losses=true"),
        new("GET", "/api/v1/sweeps/losses/runs/1/rows?count=10&seed=1&where=DAX%20%3E%201&format=csv"), new("GET", "/api/v1/sweeps/losses/importance"), new("GET", "/api/v1/cluster"),
        new("GET", "/api/v1/audit?before=9&top=3"), new("GET", "/api/v1/tables/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"), new("POST", "/api/v1/sweeps/losses/pause"),
        new("GET", $"/api/v1/uploads/{fixture.Upload}/table?column=DAX=drop"), new("PATCH", $"/api/v1/uploads/{fixture.Upload}", "application/octet-stream", "1,2\n3,4\n", "Upload-Offset: 0"),
        new("POST", "/api/v1/uploads?file=t.csv", "text/csv", "a,b\n1,2\n3,4\n5,6\n"), new("POST", $"/api/v1/validate?upload={fixture.Upload}", "application/json", ApiSilo.TwoRuns),
        new("POST", "/api/v1/keys", "application/json", """{ "role": "nobody", "name": "ann", "expires": "30d" }"""), new("POST", $"/api/v1/sweeps?upload={fixture.Upload}", "application/json", ApiSilo.TwoRuns),
        new("POST", "/login", "application/x-www-form-urlencoded", "key=gsw_a&then=%2F"), new("GET", "/sweeps/losses?sort=total&parts=board,progress", header: "X-Parts: board=1"),
        new("GET", "/compare?run=losses/1&run=losses/2", header: "Accept: text/html"), new("GET", "/", header: "Cookie: gansweep-1=a"),
    ];

    private static readonly string[] Words =
    [
        "GET ", "POST ", "PUT ", "DELETE ", "PATCH ", "HTTP/1.0", "\r\n", "\r\n\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n",
        "Authorization: Bearer gsw_0\r\n", "Cookie: gansweep-1=a\r\n", "Origin: null\r\n", "Last-Event-ID: 1.1.1\r\n", "Accept: */*\r\n", "Range: bytes=0-\r\n", "Upgrade: h2c\r\n", "%00", "%2F", "..", "//", "?", "&", "=",
        "#", "{", "}", "[", "]", "\"", "null", "-1", "1e999", "99999999999999999999", "\ufeff", "é", "multipart/form-data; boundary=a",
    ];

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_ChangedAtRandom_IsNeverFailedAt()
    {
        Dictionary<int, int> statuses = [];
        FuzzedRequest[] requests = Requests;
        byte[][] words = [.. Words.Select(Encoding.UTF8.GetBytes)];
        int taken = await Fuzz.PlayAsync(seed => requests[seed % requests.Length].Changed(seed, words), cases: 400, async request =>
        {
            string answer = await AnswerAsync(request);
            int status = answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status < 500 || status is 501 or 503 or 505, answer);
            Assert.DoesNotContain("   at GanSweep", answer, StringComparison.Ordinal);
            return status is >= 200 and < 400;
        });

        TestContext.Current.SendDiagnosticMessage(string.Join(", ", statuses.OrderByDescending(status => status.Value).Select(status => $"{status.Key}: {status.Value:N0}")));
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
            Task reading = stream.CopyToAsync(answer, Cancellation);

            // The server waits for the rest of half a request, and answers nobody who has hung up.
            await Task.WhenAny(reading, Task.Delay(Grace, Cancellation));
            client.Client.Shutdown(SocketShutdown.Send);
            await reading;
        }
        catch (Exception end) when (end is IOException or SocketException)
        {
            // The rest is not wanted.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
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
