using System.Net;
using System.Text;
using GanSweep.Contracts.Access;
using GanSweep.Web.Access;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Access;

/// <summary>Browsers log in, and are known by a cookie.</summary>
public sealed class LoginTests : IAsyncLifetime
{
    private const string Sweeps = "/api/v1/sweeps";
    private const string Keys = "/api/v1/keys";
    private DoorSilo _silo = null!;
    private CreatedKey _key = null!;

    private (string, string) OwnOrigin => ("Origin", _silo.Origin);

    public async ValueTask InitializeAsync()
    {
        _silo = await DoorSilo.StartAsync();
        _key = await _silo.KeyAsync(AccessRole.Operator, "ann");
    }

    public ValueTask DisposeAsync()
    {
        return _silo.DisposeAsync();
    }

    [Fact]
    public async Task Login_WithAKey_GivesACookieThatNoScriptReadsAndNoOtherSiteSends()
    {
        Answer answer = await _silo.PostFormAsync("/login", [("key", $" {_key.Key} "), ("then", "/sweeps/a?b=c")], OwnOrigin);

        Assert.Equal((HttpStatusCode.SeeOther, "/sweeps/a?b=c"), (answer.Status, answer.Header("Location")));
        string[] cookie = answer.Header("Set-Cookie")!.Split("; ");
        Assert.StartsWith($"gansweep-{_silo.Port}=", cookie[0], StringComparison.Ordinal);
        Assert.Equal(["httponly", "path=/", "samesite=strict"], cookie[1..].Where(part => !part.StartsWith("expires", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(_key.Key.Split('_')[2], cookie[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps, ("Cookie", cookie[0]))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _silo.GetAsync(Keys, ("Cookie", cookie[0]))).Status);
        Assert.Equal(("logged in", $"ann ({_key.Summary.Id})", "127.0.0.1"), (await _silo.Book.Log.ReadAsync(null, 10)).Where(entry => entry.Action == "logged in").Select(entry => (entry.Action, entry.Who, entry.From)).Single());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Login_ToSomewhereElse_LeadsToTheBeginning(string then)
    {
        Answer answer = await _silo.PostFormAsync("/login", [("key", _key.Key), ("then", then)], OwnOrigin);

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (answer.Status, answer.Header("Location")));
    }

    [Fact]
    public async Task Link_ThatWasUsed_OpensNothingAgain()
    {
        LoginLink link = await _silo.Book.CreateLinkAsync(AccessRole.Admin, DoorSilo.Test);

        Answer first = await _silo.PostFormAsync("/login", [("link", link.Token)], OwnOrigin);
        Answer again = await _silo.PostFormAsync("/login", [("link", link.Token)], OwnOrigin);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Unauthorized), (first.Status, again.Status));
        Assert.Null(again.Header("Set-Cookie"));
        Assert.Contains("was used already", again.Body, StringComparison.Ordinal);
        Assert.Contains(await _silo.Book.Log.ReadAsync(null, 5), entry => entry is { Action: "refused", Who: "nobody known", Detail: "POST /login: a link that opens nothing" });
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Keys, ("Cookie", first.Header("Set-Cookie")!.Split(';')[0]))).Status);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Login_ByAFormOfAPageElsewhere_IsRefused(string? origin)
    {
        Answer answer = await _silo.PostFormAsync("/login", [("key", _key.Key)], origin is null ? [] : [("Origin", origin)]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Theory]
    [InlineData(AccessRole.Reader, HttpStatusCode.Forbidden)]
    [InlineData(AccessRole.Operator, HttpStatusCode.NotFound)]
    public async Task Cancel_ByAForm_IsForOperatorsWithItsToken(AccessRole role, HttpStatusCode status)
    {
        (string, string) cookie = await _silo.LogInAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await _silo.PostFormAsync("/sweeps/none-1/cancel", [], cookie, OwnOrigin)).Status);
        Assert.Equal(status, (await _silo.PostFormAsync("/sweeps/none-1/cancel", [(FormToken.Field, TokenOf(cookie))], cookie, OwnOrigin)).Status);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/api/v1/sweeps")]
    [InlineData("/nowhere")]
    public async Task Body_ThatIsFarTooLong_IsHeardBeforeItIsRefused(string path)
    {
        Answer answer = await _silo.SendAsync(HttpMethod.Post, path, new ByteArrayContent(new byte[24 << 20]), OwnOrigin);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("longer than this address takes", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ThatCannotBeRead_IsRefused()
    {
        (string, string) cookie = await _silo.LogInAsync(AccessRole.Admin);
        foreach (Func<HttpContent> form in (Func<HttpContent>[])
        [
            () => new FormUrlEncodedContent(Enumerable.Range(0, 5000).Select(field => KeyValuePair.Create($"f{field}", "x"))),
            () => new StringContent($"key={new string('a', 2 << 20)}", Encoding.UTF8, "application/x-www-form-urlencoded"),
            () => new StringContent("x", Encoding.UTF8, "multipart/form-data"),
            () => new StringContent("key=%ff%00%zz", Encoding.UTF8, "application/x-www-form-urlencoded"),
            () => new StringContent("key", Encoding.UTF8, "text/plain"),
        ])
        {
            Assert.InRange((int)(await _silo.SendAsync(HttpMethod.Post, "/login", form(), OwnOrigin)).Status, 400, 499);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await _silo.SendAsync(HttpMethod.Post, "/logout", new StringContent("x", Encoding.UTF8, "multipart/form-data"), cookie, OwnOrigin)).Status);
    }

    [Fact]
    public async Task Cookie_ThatWasForged_IsNone()
    {
        (_, string cookie) = await _silo.LogInAsync(AccessRole.Admin);
        string name = cookie.Split('=')[0];

        foreach (string forged in (string[])[$"{name}=", $"{name}=admin", $"{name}={new string('0', 52)}", cookie[..^1], $"{cookie}0", $"other-{cookie}", $"{name}={_key.Key}"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await _silo.GetAsync(Sweeps, ("Cookie", forged))).Status);
        }
    }

    [Fact]
    public async Task Session_OfACoordinatorThatBeganAnew_GoesOn()
    {
        (_, string cookie) = await _silo.LogInAsync(AccessRole.Admin);
        int port = _silo.Port;
        await _silo.StopAsync();

        await _silo.StartAgainAsync(options => options.Http = $"127.0.0.1:{port}");

        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Keys, ("Cookie", cookie))).Status);
    }

    [Fact]
    public async Task Session_OfAKeyThatIsRevoked_EndsWithIt()
    {
        Answer answer = await _silo.PostFormAsync("/login", [("key", _key.Key)], OwnOrigin);
        string cookie = answer.Header("Set-Cookie")!.Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps, ("Cookie", cookie))).Status);

        await _silo.Book.RevokeKeyAsync(_key.Summary.Id, DoorSilo.Test);

        Assert.Equal(HttpStatusCode.Unauthorized, (await _silo.GetAsync(Sweeps, ("Cookie", cookie))).Status);
    }

    [Fact]
    public async Task Change_WithACookie_MustComeFromAPageOfTheDoor()
    {
        (string, string) cookie = await _silo.LogInAsync(AccessRole.Admin);

        Assert.Equal(HttpStatusCode.Forbidden, (await MakeKeyAsync(cookie)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await MakeKeyAsync(cookie, ("Origin", "http://evil.example"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await MakeKeyAsync(cookie, ("Origin", "null"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await MakeKeyAsync(cookie, ("Sec-Fetch-Site", "same-site"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await MakeKeyAsync(cookie, ("Sec-Fetch-Site", "none"))).Status);
        Assert.Single(_silo.Book.Keys.List());
        Assert.Contains(await _silo.Book.Log.ReadAsync(null, 5), entry => entry is { Action: "refused", Detail: "POST /api/v1/keys: it does not come from a page of this coordinator" });
        Assert.Equal(HttpStatusCode.OK, (await MakeKeyAsync(cookie, OwnOrigin)).Status);
        Assert.Equal(HttpStatusCode.OK, (await MakeKeyAsync(cookie, ("Sec-Fetch-Site", "same-origin"))).Status);
    }

    [Fact]
    public async Task Logout_EndsTheSessionIfItsFormHasTheTokenOfTheSession()
    {
        (string, string) cookie = await _silo.LogInAsync(AccessRole.Admin);
        (string, string) other = await _silo.LogInAsync(AccessRole.Admin);
        Assert.Equal(HttpStatusCode.Forbidden, (await _silo.PostFormAsync("/logout", [], cookie, OwnOrigin)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _silo.PostFormAsync("/logout", [(FormToken.Field, TokenOf(other))], cookie, OwnOrigin)).Status);

        Answer answer = await _silo.PostFormAsync("/logout", [(FormToken.Field, TokenOf(cookie))], cookie, OwnOrigin);

        Assert.Equal((HttpStatusCode.SeeOther, "/login"), (answer.Status, answer.Header("Location")));
        Assert.Contains("expires=Thu, 01 Jan 1970", answer.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _silo.GetAsync(Sweeps, cookie)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps, other)).Status);
        Assert.Contains(await _silo.Book.Log.ReadAsync(null, 5), entry => entry is { Action: "logged out", Who: "a link of test" });
    }

    private Task<Answer> MakeKeyAsync(params ReadOnlySpan<(string Name, string Value)> headers)
    {
        return _silo.SendAsync(HttpMethod.Post, Keys, new StringContent("""{"role":"reader"}""", Encoding.UTF8, "application/json"), headers);
    }

    // What the page of a session would have in its forms.
    private static string TokenOf((string Name, string Value) cookie)
    {
        byte[] secret = Encoding.UTF8.GetBytes(cookie.Value.Split('=')[1]);
        return Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(secret, "a form of GanSweep"u8));
    }
}
