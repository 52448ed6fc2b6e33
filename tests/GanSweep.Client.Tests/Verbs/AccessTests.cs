using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Access;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Verbs;

/// <summary>keys, web and audit: of a running coordinator (faked), and of a data folder (a real store).</summary>
public sealed class AccessTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly TestConsole _log = new();
    private readonly string _data;

    public AccessTests()
    {
        _data = _folder.File("data");
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task KeysCreate_OnACluster_ShowsTheKeyAloneOnStandardOutput()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("keys", "create", "--role", "Operator", "--name", "ann", "--expires", "30d", "--cluster", "localhost:30000"));

        Assert.Equal($"gsw_k1_secret{Environment.NewLine}", _console.Output);
        Assert.Contains("ann (k1), operator, until 1970-01-31 00:00 UTC", _console.Error, StringComparison.Ordinal);
        Assert.Equal([$"create {new KeyRequest { Role = AccessRole.Operator, Name = "ann", Lifetime = TimeSpan.FromDays(30) }}"], _console.Grains.Access.Asked);
        Assert.Equal(1, _console.Sessions.Closed);
    }

    [Fact]
    public async Task Keys_OfADataFolder_AreMadeListedAndRevokedThere()
    {
        OnFolders();
        Assert.Equal(ExitCode.Done, await _console.RunAsync("keys", "create", "--role", "admin", "--name", "ann", "--json", "--data", _data));
        using JsonDocument created = JsonDocument.Parse(_console.Output);
        string id = created.RootElement.GetProperty("id").GetString()!;
        Assert.StartsWith($"gsw_{id}_", created.RootElement.GetProperty("key").GetString(), StringComparison.Ordinal);

        using ConsoleRun revoking = Again();
        Assert.Equal(ExitCode.Done, await revoking.RunAsync("keys", "revoke", id, "--data", _data));
        Assert.Contains($"The key of ann ({id}), admin opens nothing any more.", revoking.Output, StringComparison.Ordinal);

        using ConsoleRun listing = Again();
        Assert.Equal(ExitCode.Done, await listing.RunAsync("keys", "list", "--data", _data));
        Assert.Matches($@"{id}\s+ann\s+admin\s+revoked \d{{4}}-\d\d-\d\d", listing.Output);

        using ConsoleRun auditing = Again();
        Assert.Equal(ExitCode.Done, await auditing.RunAsync("audit", "--data", _data));
        Assert.Matches(@"2\s+\S+ \S+\s+console\s+the data folder\s+revoked a key", auditing.Output);
        Assert.Matches(@"1\s+\S+ \S+\s+console\s+the data folder\s+created a key", auditing.Output);
    }

    [Fact]
    public async Task KeysRevoke_WhatIsNoKey_IsWrongInput()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("keys", "revoke", "nosuch", "--cluster", "localhost:30000"));

        Assert.Contains("There is no key with the id 'nosuch'.", _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--role king is none; it is reader, operator or admin.", "keys", "create", "--role", "king")]
    [InlineData("--expires soon is no time", "keys", "create", "--role", "admin", "--expires", "soon")]
    [InlineData("Option '--role' is required.", "keys", "create")]
    [InlineData("There is no verb 'creat'; did you mean 'create'?", "keys", "creat")]
    [InlineData("A verb is expected: create, list, revoke.", "keys")]
    [InlineData("There is no option '--nam'; did you mean '--name'?", "keys", "create", "--role", "admin", "--nam", "ann")]
    [InlineData("See: gansweep keys create --help", "keys", "create")]
    [InlineData("--url ftp://x is no address of pages", "web", "--url", "ftp://x")]
    [InlineData("--count 0 is out of range; 1 to 1,000 is allowed.", "audit", "--count", "0")]
    public async Task Line_ThatIsWrong_IsRefusedInWords(string words, params string[] line)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(line));

        Assert.Contains(words, _console.Error, StringComparison.Ordinal);
        Assert.Empty(_console.Sessions.Requests);
    }

    [Fact]
    public async Task Web_OnACluster_PrintsALinkWithTheTokenBehindTheHash()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("web", "--cluster", "localhost:30000"));

        Assert.Equal($"https://sweeps.example/login#token{Environment.NewLine}", _console.Output);
        Assert.Contains("as admin, until 1970-01-01 00:10 UTC", _console.Error, StringComparison.Ordinal);
        Assert.Equal(["link Admin"], _console.Grains.Access.Asked);
    }

    [Fact]
    public async Task Web_OfACoordinatorWithoutPages_SaysSo()
    {
        _console.Grains.Access.Door = null;

        Assert.Equal(ExitCode.Done, await _console.RunAsync("web", "--role", "reader", "--cluster", "localhost:30000"));

        Assert.Contains("serves no pages", _console.Error, StringComparison.Ordinal);
        Assert.Equal(["link Reader"], _console.Grains.Access.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/login#")]
    [InlineData("https://sweeps.example:8443/login#", "--url", "https://sweeps.example:8443")]
    public async Task Web_OfADataFolder_IsForTheCoordinatorThatWillHaveIt(string begins, params string[] more)
    {
        OnFolders();

        Assert.Equal(ExitCode.Done, await _console.RunAsync(["web", "--json", "--data", _data, .. more]));

        using JsonDocument link = JsonDocument.Parse(_console.Output);
        Assert.StartsWith(begins, link.RootElement.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.Contains($"gansweep-silo --data {_data}", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_Json_SaysWhereToGoOn()
    {
        _console.Grains.Access.Entries.Add(new AuditEntry { Number = 8, At = DateTimeOffset.UnixEpoch, Who = "ann (k1)", From = "10.0.0.7", Action = "cancelled", Sweep = "loans-1" });
        _console.Grains.Access.Entries.Add(new AuditEntry { Number = 7, At = DateTimeOffset.UnixEpoch, Who = "loopback", From = "127.0.0.1", Action = "refused", Detail = "GET /" });

        Assert.Equal(ExitCode.Done, await _console.RunAsync("audit", "--json", "--count", "2", "--before", "9", "--cluster", "localhost:30000"));

        using JsonDocument audit = JsonDocument.Parse(_console.Output);
        Assert.Equal(7, audit.RootElement.GetProperty("before").GetInt64());
        Assert.Equal("loans-1", audit.RootElement.GetProperty("entries")[0].GetProperty("sweep").GetString());
        Assert.Equal(["audit 9 2"], _console.Grains.Access.Asked);
    }

    private void OnFolders()
    {
        _console.Sessions.Looks = new SweepSessions(new ErrorConsole(_log));
    }

    private ConsoleRun Again()
    {
        return new ConsoleRun { Sessions = { Looks = new SweepSessions(new ErrorConsole(_log)) } };
    }
}
