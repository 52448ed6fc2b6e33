using System.Net;
using System.Text;
using System.Text.Json;
using GanSweep.Contracts.Access;
using GanSweep.Silo;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;
using GanSweep.Web.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Web.Tests.Access;

/// <summary>A door whose store has keys: everybody shows one.</summary>
public sealed class KeyedDoorTests : IAsyncLifetime
{
    private const string Sweeps = "/api/v1/sweeps";
    private const string Keys = "/api/v1/keys";
    private const string Audit = "/api/v1/audit";
    private DoorSilo _silo = null!;
    private string _reader = "";
    private string _operator = "";
    private string _admin = "";
    private string _expired = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        string folder = Directory.CreateTempSubdirectory("gansweep-").FullName;
        await using (ISweepStore store = await Stores.Kinds.OpenAsync(new StoreOptions { Folder = folder }, Cancellation))
        {
            using AccessBook book = new(store.Access, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-2)));
            await book.LoadAsync();
            _reader = await KeyAsync(book, AccessRole.Reader);
            _operator = await KeyAsync(book, AccessRole.Operator);
            _admin = await KeyAsync(book, AccessRole.Admin);
            _expired = await KeyAsync(book, AccessRole.Admin, TimeSpan.FromDays(1));
        }

        _silo = await DoorSilo.StartAsync(folder: folder);
    }

    public ValueTask DisposeAsync()
    {
        return _silo.DisposeAsync();
    }

    [Fact]
    public async Task Request_WithoutAKey_IsAskedForOne()
    {
        Answer answer = await _silo.GetAsync(Sweeps);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer", "application/problem+json"), (answer.Status, answer.Header("WWW-Authenticate"), answer.Header("Content-Type")));
        Assert.Contains("gansweep keys create", Detail(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutASession_LeadsToTheLogin()
    {
        Answer page = await _silo.GetAsync("/sweeps/a?top=5", ("Accept", "text/html"));

        Assert.Equal((HttpStatusCode.Redirect, "/login?then=%2Fsweeps%2Fa%3Ftop%3D5"), (page.Status, page.Header("Location")));
    }

    [Fact]
    public async Task Request_WithAKey_IsLetWhereItsRoleIs()
    {
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps, Bearer(_reader))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps, Bearer(_operator))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Keys, Bearer(_admin))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Audit, Bearer(_admin))).Status);
    }

    [Fact]
    public async Task Request_BeyondItsRole_IsRefusedInWordsAndInTheLog()
    {
        Answer made = await _silo.SendAsync(HttpMethod.Post, Keys, new StringContent("""{"role":"admin"}""", Encoding.UTF8, "application/json"), Bearer(_operator));
        Answer read = await _silo.GetAsync(Audit, Bearer(_reader));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (made.Status, read.Status));
        Assert.Equal("This is for the role admin, and Operator has the role operator.", Detail(made).Replace($" ({_operator.Split('_')[1]})", "", StringComparison.Ordinal));
        Assert.Equal(4, _silo.Book.Keys.List().Length);
        Assert.Contains(await _silo.Book.Log.ReadAsync(null, 10), entry => entry is { Action: "refused", Detail: "POST /api/v1/keys: it is for the role admin" } && entry.Who.StartsWith("Operator", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST", "sweeps/a/cancel")]
    [InlineData("POST", "sweeps/a/pause")]
    [InlineData("POST", "sweeps/a/retry")]
    [InlineData("POST", "sweeps/a/extend")]
    [InlineData("POST", "sweeps")]
    [InlineData("POST", "uploads")]
    [InlineData("GET", "sweeps/a/generator")]
    [InlineData("GET", "sweeps/a/runs/1/generator")]
    [InlineData("GET", "sweeps/a/runs/1/rows?count=1")]
    [InlineData("GET", "sweeps/a/report")]
    public async Task Request_OfAReaderWhoChangesOrTakesAway_IsRefusedInTheLogToo(string method, string path)
    {
        Answer answer = await _silo.SendAsync(new HttpMethod(method), $"/api/v1/{path}", content: null, Bearer(_reader));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("This is for the role operator", Detail(answer), StringComparison.Ordinal);
        Assert.Contains(await _silo.Book.Log.ReadAsync(null, 10), entry => entry is { Action: "refused" } && entry.Who.StartsWith("Reader", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_WithAKeyThatIsNone_IsRefused()
    {
        string wrong = _admin[..^1] + (_admin[^1] == '0' ? '1' : '0');

        foreach (string header in (string[])[$"Bearer {wrong}", $"Bearer {_expired}", "Bearer", "Bearer ", $"Basic {_admin}", _admin, $"Bearer {_admin} x"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await _silo.GetAsync(Sweeps, ("Authorization", header))).Status);
        }

        string?[] refused = [.. (await _silo.Book.Log.ReadAsync(null, 20)).Where(entry => entry is { Action: "refused", Who: "nobody known" }).Select(entry => entry.Detail)];
        Assert.Contains($"GET {Sweeps}: a key that is unknown", refused);
        Assert.Contains($"GET {Sweeps}: a key that is expired", refused);
    }

    [Fact]
    public async Task Request_WithAKeyThatWasRevoked_IsRefusedAtOnce()
    {
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps, Bearer(_operator))).Status);

        Answer revoked = await _silo.SendAsync(HttpMethod.Delete, $"{Keys}/{_operator.Split('_')[1]}", null, Bearer(_admin));

        Assert.Equal(HttpStatusCode.OK, revoked.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _silo.GetAsync(Sweeps, Bearer(_operator))).Status);
        Assert.Contains(await _silo.Book.Log.ReadAsync(null, 5), entry => entry is { Action: "refused", Who: "nobody known" } && entry.Detail == $"GET {Sweeps}: a key that is revoked");
        Assert.Equal(HttpStatusCode.NotFound, (await _silo.SendAsync(HttpMethod.Delete, $"{Keys}/nosuch", null, Bearer(_admin))).Status);
    }

    [Fact]
    public async Task Request_WithAKey_NeedNotComeFromAPageOfTheDoor()
    {
        Answer made = await _silo.SendAsync(HttpMethod.Post, Keys, new StringContent("""{"role":"reader","name":"bob","expires":"30d"}""", Encoding.UTF8, "application/json"), Bearer(_admin));

        using JsonDocument key = JsonDocument.Parse(made.Body);
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps, Bearer(key.RootElement.GetProperty("key").GetString()!))).Status);
        Assert.Equal(("reader", "bob"), (key.RootElement.GetProperty("role").GetString(), key.RootElement.GetProperty("name").GetString()));
        Assert.DoesNotContain("gsw_", (await _silo.GetAsync(Keys, Bearer(_admin))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_TooMany_HaveToWaitWithTheRightKeyTooAndOthersNeedNot()
    {
        for (int guess = 0; guess < 10; guess++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await _silo.GetAsync(Sweeps, Bearer("gsw_guess"))).Status);
        }

        Answer wrong = await _silo.GetAsync(Sweeps, Bearer("gsw_guess"));
        Answer right = await _silo.GetAsync(Sweeps, Bearer(_admin));
        Answer form = await _silo.PostFormAsync("/login", [("key", _admin)], ("Origin", _silo.Origin));

        Assert.All([wrong, right, form], answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status));
        Assert.InRange(int.Parse(wrong.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 6);
        using HttpClient other = DoorSilo.Client(IPAddress.Parse("127.0.0.2"));
        Assert.Equal(HttpStatusCode.OK, (await Answer.OfAsync(other, DoorSilo.Request(HttpMethod.Get, $"{_silo.Origin}{Sweeps}", null, Bearer(_admin)))).Status);
    }

    [Fact]
    public async Task Audit_ByPages_TellsWhoDidWhat()
    {
        await _silo.SendAsync(HttpMethod.Delete, $"{Keys}/{_operator.Split('_')[1]}", null, Bearer(_admin));

        using JsonDocument first = JsonDocument.Parse((await _silo.GetAsync($"{Audit}?count=1", Bearer(_admin))).Body);
        JsonElement entry = first.RootElement.GetProperty("entries")[0];
        Assert.Equal(
            ($"Admin ({_admin.Split('_')[1]})", "127.0.0.1", "revoked a key", $"Operator ({_operator.Split('_')[1]}), operator"),
            (Text(entry, "who"), Text(entry, "from"), Text(entry, "action"), Text(entry, "detail")));
        using JsonDocument next = JsonDocument.Parse((await _silo.GetAsync($"{Audit}?before={first.RootElement.GetProperty("before")}", Bearer(_admin))).Body);
        Assert.Equal(["created a key", "created a key", "created a key", "created a key"], next.RootElement.GetProperty("entries").EnumerateArray().Select(found => Text(found, "action")));
        Assert.Equal(JsonValueKind.Null, next.RootElement.GetProperty("before").ValueKind);
    }

    [Fact]
    public async Task Store_AfterAllOfThis_HasTheBytesOfNoSecret()
    {
        LoginLink link = await _silo.Book.CreateLinkAsync(AccessRole.Admin, DoorSilo.Test);
        (_, string cookie) = await _silo.LogInAsync(AccessRole.Admin);
        await _silo.GetAsync(Sweeps, Bearer(_admin));
        await _silo.GetAsync(Sweeps, Bearer(_admin[..^1]));
        await _silo.StopAsync();

        string[] secrets = [_reader.Split('_')[2], _admin.Split('_')[2][..40], link.Token, cookie.Split('=')[1]];
        foreach (string file in Directory.GetFiles(_silo.Folder))
        {
            byte[] content = await File.ReadAllBytesAsync(file, Cancellation);
            Assert.All(secrets, secret => Assert.Equal(-1, content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret))));
        }

        // What is looked for would be found: the ids stand there.
        byte[] store = await File.ReadAllBytesAsync(Path.Combine(_silo.Folder, "gansweep.db"), Cancellation);
        Assert.NotEqual(-1, store.AsSpan().IndexOf(Encoding.UTF8.GetBytes(_reader.Split('_')[1])));
    }

    private static async Task<string> KeyAsync(AccessBook book, AccessRole role, TimeSpan? lifetime = null)
    {
        return (await book.CreateKeyAsync(new KeyRequest { Role = role, Name = $"{role}", Lifetime = lifetime }, DoorSilo.Test)).Key;
    }

    private static (string, string) Bearer(string key)
    {
        return ("Authorization", $"Bearer {key}");
    }

    private static string Detail(Answer answer)
    {
        using JsonDocument problem = JsonDocument.Parse(answer.Body);
        return problem.RootElement.GetProperty("detail").GetString()!;
    }

    private static string? Text(JsonElement element, string name)
    {
        return element.GetProperty(name).GetString();
    }
}
