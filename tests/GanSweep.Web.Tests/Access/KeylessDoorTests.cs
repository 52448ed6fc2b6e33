using System.Net;
using System.Text;
using GanSweep.Contracts.Access;
using GanSweep.Web.Access;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Access;

/// <summary>A door on the loopback whose store has no key: for everybody on this machine, and for no page elsewhere.</summary>
public sealed class KeylessDoorTests : IAsyncLifetime
{
    private const string Sweeps = "/api/v1/sweeps";
    private const string Keys = "/api/v1/keys";
    private DoorSilo _silo = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await DoorSilo.StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        return _silo.DisposeAsync();
    }

    [Fact]
    public async Task Request_OnTheLoopback_IsAnAdmins()
    {
        Answer sweeps = await _silo.GetAsync(Sweeps);
        Answer made = await PostKeyAsync("""{"role":"admin","name":"ann"}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (sweeps.Status, made.Status));
        Assert.Contains("\"key\": \"gsw_", made.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_FromTheMomentThatAKeyIsMade_IsAskedForOne()
    {
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps)).Status);

        await _silo.KeyAsync(AccessRole.Reader);

        Assert.Equal(HttpStatusCode.Unauthorized, (await _silo.GetAsync(Sweeps)).Status);
    }

    // A page elsewhere whose name was made to lead to 127.0.0.1.
    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.0.2.7")]
    [InlineData("0.0.0.0")]
    [InlineData("localhost.")]
    [InlineData("evil")]
    public async Task Host_ThatIsNotTheDoors_IsMisdirected(string host)
    {
        Answer answer = await _silo.GetAsync(Sweeps, ("Host", $"{host}:{_silo.Port}"));

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.Status);
        Assert.Contains("--httpNames", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("127.0.0.1:9000")]
    [InlineData("[::1]:8080")]
    public async Task Host_OfThisMachine_IsAnswered(string host)
    {
        Assert.Equal(HttpStatusCode.OK, (await _silo.GetAsync(Sweeps, ("Host", host))).Status);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("https://127.0.0.1.evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://localhost")]
    [InlineData("null")]
    [InlineData("nonsense")]
    public async Task Origin_ThatIsForeign_IsRefusedWhateverIsAsked(string origin)
    {
        Answer look = await _silo.GetAsync(Sweeps, ("Origin", origin));
        Answer make = await PostKeyAsync("""{"role":"admin"}""", ("Origin", origin));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (look.Status, make.Status));
        Assert.False(_silo.Book.Keys.Any);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Subresource_OfAPageElsewhere_IsRefused(string site)
    {
        Answer answer = await _silo.GetAsync(Sweeps, ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "image"));
        Answer framed = await _silo.GetAsync(Sweeps, ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe"));
        Answer posted = await PostKeyAsync("""{"role":"admin"}""", ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (answer.Status, framed.Status, posted.Status));
    }

    [Fact]
    public async Task Link_ThatIsFollowedFromAPageElsewhere_IsAnswered()
    {
        Answer answer = await _silo.GetAsync(Sweeps, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    // A form of a page elsewhere, from a browser that does not say where it comes from.
    [Fact]
    public async Task Form_WithoutTheToken_IsRefused()
    {
        Answer answer = await _silo.PostFormAsync("/logout", [("x", "y")]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task Endpoint_ThatIsNotThere_IsNotFound()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _silo.GetAsync("/api/v1/nothing")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _silo.SendAsync(HttpMethod.Delete, Sweeps, null)).Status);
    }

    [Theory]
    [InlineData("""{"role":"king"}""", "role is 'king'")]
    [InlineData("""{"role":"2"}""", "role is '2'")]
    [InlineData("""{}""", "role is ''")]
    [InlineData("""{"role":"admin","expires":"soon"}""", "expires is 'soon'")]
    [InlineData("""{"role":"admin","name":"\u001b[2J"}""", "64 characters")]
    public async Task Key_ThatCannotBe_IsRefusedInWords(string body, string words)
    {
        Answer answer = await PostKeyAsync(body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, answer.Body.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Key_OfWhatIsNoJsonObject_IsABadRequest(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostKeyAsync(body)).Status);
    }

    [Fact]
    public async Task Body_BeyondWhatIsTaken_IsRefused()
    {
        string body = $$"""{"role":"admin","name":"{{new string('a', 2 << 20)}}"}""";

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostKeyAsync(body)).Status);
    }

    [Theory]
    [InlineData(Sweeps, HttpStatusCode.OK)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/sweeps/nothing/leaderboard", HttpStatusCode.NotFound)]
    [InlineData("/login", HttpStatusCode.OK)]
    public async Task Answer_OfAnyKind_HasTheHeadersThatGuardIt(string path, HttpStatusCode status)
    {
        Answer answer = await _silo.GetAsync(path);

        Assert.Equal(status, answer.Status);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            answer.Header("Content-Security-Policy"));
        Assert.Equal(("nosniff", "same-origin", "no-store", "same-origin"), (answer.Header("X-Content-Type-Options"), answer.Header("Referrer-Policy"), answer.Header("Cache-Control")?.Split(',')[0], answer.Header("Cross-Origin-Resource-Policy")));
        Assert.Equal((null, null, null), (answer.Header("Server"), answer.Header("X-Powered-By"), answer.Header("Strict-Transport-Security")));
    }

    [Fact]
    public async Task LoginPage_HasNothingInline()
    {
        Answer page = await _silo.GetAsync("/login?then=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        Assert.DoesNotContain("<style", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert(1)", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, page.Body.Split("<script").Length);
        Assert.Contains("""<script src="/login.js" defer></script>""", page.Body, StringComparison.Ordinal);
        Assert.Equal("text/javascript; charset=utf-8", (await _silo.GetAsync("/login.js")).Header("Content-Type"));
        Assert.Equal("text/css; charset=utf-8", (await _silo.GetAsync("/login.css")).Header("Content-Type"));
    }

    private Task<Answer> PostKeyAsync(string body, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        return _silo.SendAsync(HttpMethod.Post, Keys, new StringContent(body, Encoding.UTF8, "application/json"), headers);
    }
}
