using System.Net;
using System.Net.Sockets;
using System.Text;
using GanSweep.Client.Output;
using GanSweep.Client.Progress;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Services.Errors;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Sessions;

/// <summary>What a session answers, whichever way it goes: to the grains themselves, or to a coordinator by HTTP.</summary>
public sealed class ServerSessionTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ErrorConsole _error = new(new TestConsole());
    private IHost _host = null!;
    private ServerAddress _address = null!;
    private SweepFile _file = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        SiloOptions options = SiloOptions.Embedded(_folder.File("data"), SiloRoles.Both, slots: 1);
        options.Http = "127.0.0.1:0";
        _host = await GanSweepHost.StartAsync(options, _ => { }, Cancellation);
        _address = ServerAddress.Parse($"http://{options.Http}")!;
        string sweep = _folder.File("sweep.json");
        string table = RepositoryFiles.PathOf("data/eu-stock-losses.csv");
        await File.WriteAllTextAsync(sweep, $$"""{ "name": "losses", "dataset": "{{table}}", "config": { "epochs": 4 }, "space": { "loss": ["minimax", "nonSaturating"] } }""", Cancellation);
        _file = await SweepFile.ReadAsync(sweep, null, _error, TimeProvider.System, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Session_ByHttp_AnswersAsTheGrainsDo()
    {
        await using ServerSession server = await ServerSession.OpenAsync(_address, null, null, Cancellation);
        IGrainFactory grains = _host.Services.GetRequiredService<IGrainFactory>();
        ISweepGrain grain = grains.GetGrain<ISweepGrain>(_file.SweepId);
        ISweepGrain sweep = server.GetSweep(_file.SweepId);
        Submitter submitter = new(_error, TimeProvider.System);

        SweepSummary submitted = await submitter.SubmitAsync(server, _file, Cancellation);
        SweepSummary again = await submitter.SubmitAsync(server, _file, Cancellation);
        SweepProgress ended = await SweepFollower.FollowAsync(_error, TimeProvider.System, sweep, Cancellation);

        Assert.Equal(SweepState.Completed, ended.Summary.State);
        Assert.Equal(submitted.SubmittedAt, again.SubmittedAt);
        Assert.Equal(await TextAsync(LeaderboardDocument.Of(await grain.GetLeaderboardAsync(null))), await TextAsync(LeaderboardDocument.Of(await sweep.GetLeaderboardAsync(null))));
        Assert.Single((await sweep.GetLeaderboardAsync(1)).Rows);
        Assert.Equal(await TextAsync(RunDocument.Of("a", await grain.GetRunAsync(2))), await TextAsync(RunDocument.Of("a", await sweep.GetRunAsync(2))));
        Assert.Equal(await TextAsync(ProvenanceDocument.Of(await grain.GetProvenanceAsync())), await TextAsync(ProvenanceDocument.Of(await sweep.GetProvenanceAsync())));
        Assert.Equal(await grain.GetSummaryAsync(), await sweep.GetSummaryAsync());
        Assert.Equal((await grain.GetGeneratorAsync(null)).Content, (await sweep.GetGeneratorAsync(null)).Content);
        Assert.Equal(1, (await sweep.GetGeneratorAsync(1)).Run);
        Assert.Equal(await grains.GetGrain<Contracts.Datasets.IDatasetGrain>(_file.DatasetHash).ReadAsync(5), await server.GetDataset(_file.DatasetHash).ReadAsync(5));
        Assert.Equal([_file.SweepId], (await server.GetDispatcher().ListAsync()).Select(listed => listed.SweepId));
        Assert.Equal(SiloRoles.Both, Assert.Single(await server.GetDispatcher().GetSilosAsync()).Roles);
        Assert.Equal(0, await sweep.RetryAsync());
        Assert.Equal(SweepState.Completed, (await sweep.PauseAsync()).State);
        Assert.Equal(await MessageAsync<RunNotFoundException>(() => grain.GetRunAsync(9)), await MessageAsync<RunNotFoundException>(() => sweep.GetRunAsync(9)));
        await Assert.ThrowsAsync<SweepNotFoundException>(() => server.GetSweep("nothing-00000000").GetSummaryAsync());
        Assert.Null(await server.GetDataset(new string('b', 64)).GetLengthAsync());
    }

    [Fact]
    public async Task OpenAsync_NothingThere_SaysWhatToDo()
    {
        await _host.StopAsync(Cancellation);

        ClusterUnreachableException failure = await Assert.ThrowsAsync<ClusterUnreachableException>(() => ServerSession.OpenAsync(_address, null, null, Cancellation));

        Assert.StartsWith($"No GanSweep cluster answers at {_address}: Connection refused.", failure.Message);
        Assert.Contains("gansweep-silo", failure.Message);
    }

    [Theory]
    [InlineData("200 OK", "text/html", "<html>", null, typeof(ServerAnswerException), "is no document of this version of GanSweep")]
    [InlineData("404 Not Found", "text/html", "<html>", null, typeof(ServerAnswerException), "is no GanSweep coordinator: it says 404")]
    [InlineData("301 Moved", "text/html", "", null, typeof(ServerAnswerException), "is no GanSweep coordinator: it says 301")]
    [InlineData("502 Bad Gateway", "text/html", "", null, typeof(ClusterUnreachableException), "what stands before it says 502")]
    [InlineData("401 Unauthorized", "application/problem+json", """{ "type": "urn:gansweep:problem:unauthenticated", "title": "A key", "status": 401, "detail": null }""", null, typeof(ServerRefusedException), "asks for a key: name its file with --key-file")]
    [InlineData("401 Unauthorized", "application/problem+json", """{ "type": "about:blank", "title": "A key", "status": 401, "detail": null }""", "secret", typeof(ServerRefusedException), "does not know this key")]
    [InlineData("403 Forbidden", "application/problem+json", """{ "type": "urn:gansweep:problem:forbidden", "title": "No", "status": 403, "detail": "Needs Operator." }""", "secret", typeof(ServerRefusedException), "may not do this at")]
    public async Task OpenAsync_AnswersOfOthers_AreSaidInWords(string status, string kind, string body, string? key, Type failure, string said)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> asked = AnswerAsync(listener, status, kind, body);

        Exception thrown = (await Record.ExceptionAsync(() => ServerSession.OpenAsync(ServerAddress.Parse($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}")!, key, null, Cancellation)))!;

        Assert.IsType(failure, thrown);
        Assert.Contains(said, thrown.Message);
        Assert.DoesNotContain("secret", thrown.Message);
        Assert.Equal(key is not null, (await asked).Contains("Authorization: Bearer secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenAsync_KeyFileWithoutAKey_IsRefused()
    {
        string file = _folder.File("key");
        await File.WriteAllTextAsync(file, "two words\n", Cancellation);

        Assert.Contains("holds no key", (await Assert.ThrowsAsync<WrongInputException>(() => ServerSession.OpenAsync(_address, null, file, Cancellation))).Message);
    }

    [Theory]
    [InlineData("http://localhost:8080", "http://localhost:8080")]
    [InlineData("https://sweeps.example/gan", "https://sweeps.example/gan")]
    [InlineData("http://user:secret@localhost", null)]
    [InlineData("http://localhost/?x=1", null)]
    [InlineData("localhost:8080", null)]
    [InlineData("ftp://localhost", null)]
    public void Parse_Text_IsAnAddressOfHttp(string text, string? expected)
    {
        Assert.Equal(expected, ServerAddress.Parse(text)?.ToString());
    }

    private static async Task<string> AnswerAsync(TcpListener listener, string status, string kind, string body)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync(Cancellation);
        await using NetworkStream stream = client.GetStream();
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        StringBuilder asked = new();
        while (await reader.ReadLineAsync(Cancellation) is { Length: > 0 } line)
        {
            asked.AppendLine(line);
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"), Cancellation);
        return asked.ToString();
    }

    private static async Task<string> MessageAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        return (await Assert.ThrowsAsync<TException>(call)).Message;
    }

    private static async Task<string> TextAsync<T>(T document)
    {
        using MemoryStream stream = new();
        await JsonDocuments.WriteAsync(stream, document, Cancellation);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
