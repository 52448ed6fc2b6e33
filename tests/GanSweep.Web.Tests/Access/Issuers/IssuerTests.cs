using System.Net;
using GanSweep.Silo.Settings;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Access.Issuers;

/// <summary>People for whom an issuer of identities vouches.</summary>
public sealed class IssuerTests : IAsyncLifetime
{
    private const string Sweeps = "/api/v1/sweeps";
    private static readonly (string, string)[] Followed = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];
    private readonly string _secret = Path.GetTempFileName();
    private TestIssuer _issuer = null!;
    private DoorSilo _silo = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_secret, $"{TestIssuer.Secret}\n", TestContext.Current.CancellationToken);
        _issuer = await TestIssuer.StartAsync();
        _silo = await DoorSilo.StartAsync(Configure);
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        await _issuer.DisposeAsync();
        File.Delete(_secret);
    }

    [Fact]
    public async Task Request_WithAnIssuerAndNoKeys_IsAskedWhoItIs()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _silo.GetAsync(Sweeps)).Status);
        Assert.Contains("<a href=\"/login/issuer?then=%2F\">Log in with 127.0.0.1</a>", (await _silo.GetAsync("/login")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reader", HttpStatusCode.Forbidden)]
    [InlineData("Admin", HttpStatusCode.OK)]
    public async Task Login_OfSomebodyWithARole_IsASessionOfThatRole(string role, HttpStatusCode keys)
    {
        _issuer.Claims["gansweep_role"] = (string[])["something", role];

        Answer answer = await LogInAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("""<meta http-equiv="refresh" content="0; url=/sweeps/a">""", answer.Body, StringComparison.Ordinal);
        string cookie = answer.Header("Set-Cookie")!.Split(", ").Single(part => part.StartsWith($"gansweep-{_silo.Port}=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps, ("Cookie", cookie))).Status);
        Assert.Equal(keys, (await _silo.GetAsync("/api/v1/keys", ("Cookie", cookie))).Status);
        Assert.Equal("ann (127.0.0.1)", (await _silo.Book.Log.ReadAsync(null, 10)).Single(entry => entry.Action == "logged in").Who);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("king")]
    [InlineData("2")]
    public async Task Login_OfSomebodyWithoutARole_IsRefused(string? role)
    {
        if (role is not null)
        {
            _issuer.Claims["gansweep_role"] = role;
        }

        Answer answer = await LogInAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain($"gansweep-{_silo.Port}=", answer.Header("Set-Cookie") ?? "", StringComparison.Ordinal);
        Assert.Contains(await _silo.Book.Log.ReadAsync(null, 10), entry => entry is { Action: "refused", Who: "ann (127.0.0.1)" });
    }

    [Fact]
    public async Task Login_WithATokenThatSomebodyElseSigned_IsRefused()
    {
        _issuer.Claims["gansweep_role"] = "admin";
        _issuer.IsForged = true;

        Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync()).Status);
    }

    [Fact]
    public async Task Callback_ThatThisBrowserDidNotAskFor_IsRefused()
    {
        _issuer.Claims["gansweep_role"] = "admin";
        Answer asked = await _silo.GetAsync("/login/issuer");
        Uri back = _issuer.Authorize(new Uri(asked.Header("Location")!));

        Answer other = await _silo.GetAsync(back.PathAndQuery, Followed);
        Answer forged = await _silo.GetAsync("/login/issuer/callback?code=x&state=y", Followed);
        Answer refused = await _silo.GetAsync("/login/issuer/callback?error=access_denied", Followed);

        Assert.All([other, forged, refused], answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.Status));
    }

    [Fact]
    public async Task Login_WhileTheIssuerDoesNotAnswer_SaysSo()
    {
        await _issuer.DisposeAsync();

        Answer answer = await _silo.GetAsync("/login/issuer");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("log in with a key", answer.Body, StringComparison.Ordinal);
        _issuer = await TestIssuer.StartAsync();
    }

    [Theory]
    [InlineData("http://login.example/")]
    [InlineData("login.example")]
    public async Task Start_WithAnIssuerInTheClear_IsRefused(string issuer)
    {
        SiloOptionsException refused = await Assert.ThrowsAsync<SiloOptionsException>(() => DoorSilo.StartAsync(options =>
        {
            Configure(options);
            options.OidcIssuer = issuer;
        }));

        Assert.Contains($"oidcIssuer is '{issuer}'", refused.Message, StringComparison.Ordinal);
    }

    private async Task<Answer> LogInAsync()
    {
        Answer asked = await _silo.GetAsync("/login/issuer?then=/sweeps/a");
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Uri back = _issuer.Authorize(new Uri(asked.Header("Location")!));
        string cookies = string.Join("; ", asked.Header("Set-Cookie")!.Split(", .").Select(cookie => cookie.Split(';')[0].TrimStart('.')).Select(cookie => $".{cookie}"));
        return await _silo.GetAsync(back.PathAndQuery, [("Cookie", cookies), .. Followed]);
    }

    private void Configure(SiloOptions options)
    {
        options.OidcIssuer = _issuer.Address.ToString();
        options.OidcClient = TestIssuer.Client;
        options.OidcSecretFile = _secret;
    }
}
