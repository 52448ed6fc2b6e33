using System.Net;
using System.Net.Security;
using GanSweep.Contracts.Access;
using GanSweep.Silo;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;
using GanSweep.Web.Access;
using GanSweep.Web.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web.Tests.Access;

/// <summary>A door that others can reach: there is none that anybody could walk through, unless that was asked for.</summary>
public sealed class OpenDoorTests : IDisposable
{
    private const string Sweeps = "/api/v1/sweeps";
    private const string Keys = "/api/v1/keys";
    private readonly string _folder = Directory.CreateTempSubdirectory("gansweep-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Certificate => Path.Combine(_folder, "door.pem");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("0.0.0.0:0")]
    [InlineData("*:0")]
    [InlineData("[::]:0")]
    public async Task Start_WithoutKeysOrCertificate_IsRefusedAndSaysWhatMakesThem(string http)
    {
        SiloOptionsException refused = await Assert.ThrowsAsync<SiloOptionsException>(() => DoorSilo.StartAsync(options => options.Http = http));

        Assert.Contains("'gansweep keys create --role admin --data ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--certificate FILE.pem", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--insecure", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AccessRole.Operator, true)]
    [InlineData(AccessRole.Admin, false)]
    public async Task Start_WithoutAnAdminsKeyOrACertificate_IsRefused(AccessRole role, bool withCertificate)
    {
        TestCertificate.Write(Certificate, "door");

        await Assert.ThrowsAsync<SiloOptionsException>(() => StartAsync(role, options =>
        {
            options.Http = "0.0.0.0:0";
            options.Certificate = withCertificate ? Certificate : null;
        }));
    }

    [Fact]
    public async Task Start_OnTheLoopbackUnderNamesOfOthers_NeedsAKey()
    {
        await Assert.ThrowsAsync<SiloOptionsException>(() => DoorSilo.StartAsync(options => options.HttpNames = "sweeps.example"));

        await using DoorSilo silo = await StartAsync(AccessRole.Admin, options => options.HttpNames = "sweeps.example, 192.0.2.7");
        CreatedKey key = await silo.KeyAsync(AccessRole.Reader);
        foreach (string host in (string[])["sweeps.example", "192.0.2.7:8080", "localhost"])
        {
            Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync(Sweeps, ("Host", host), ("Authorization", $"Bearer {key.Key}"))).Status);
        }

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await silo.GetAsync(Sweeps, ("Host", "other.example"))).Status);
    }

    [Fact]
    public async Task Start_Insecure_LetsEverybodyInAndSaysSo()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync(options =>
        {
            options.Http = "0.0.0.0:0";
            options.Insecure = true;
        });

        Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync(Sweeps)).Status);
        Assert.True(silo.Services.GetRequiredService<WebAccess>().IsInsecure);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.GetAsync(Sweeps, ("Origin", "http://evil.example"))).Status);
        await silo.KeyAsync(AccessRole.Admin);
        Assert.Equal(HttpStatusCode.Unauthorized, (await silo.GetAsync(Sweeps)).Status);
    }

    [Fact]
    public async Task Tls_WithACertificate_ServesKeysAndSecureCookies()
    {
        string thumbprint = TestCertificate.Write(Certificate, "door", Path.Combine(_folder, "key.pem"));
        await using DoorSilo silo = await StartAsync(AccessRole.Admin, options =>
        {
            options.Http = "0.0.0.0:0";
            options.Certificate = Certificate;
            options.CertificateKey = Path.Combine(_folder, "key.pem");
            options.HttpNames = "sweeps.example";
        });
        string origin = $"https://127.0.0.1:{silo.Port}";
        using HttpClient client = DoorSilo.Client(IPAddress.Loopback, Trusting(thumbprint));
        LoginLink link = await silo.Book.CreateLinkAsync(AccessRole.Reader, DoorSilo.Test);

        Answer asked = await Answer.OfAsync(client, DoorSilo.Request(HttpMethod.Get, $"{origin}{Sweeps}", null, ("Host", "sweeps.example")));
        Answer login = await Answer.OfAsync(client, DoorSilo.Request(
            HttpMethod.Post, $"{origin}/login", new FormUrlEncodedContent([KeyValuePair.Create("link", link.Token)]), ("Origin", origin)));

        Assert.Equal((HttpStatusCode.Unauthorized, "max-age=31536000"), (asked.Status, asked.Header("Strict-Transport-Security")));
        Assert.StartsWith($"__Host-gansweep-{silo.Port}=", login.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Contains("; secure", login.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Null(login.Header("Strict-Transport-Security"));
        Answer look = await Answer.OfAsync(client, DoorSilo.Request(HttpMethod.Get, $"{origin}{Sweeps}", null, ("Cookie", login.Header("Set-Cookie")!.Split(';')[0])));
        Assert.Equal(HttpStatusCode.OK, look.Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => silo.GetAsync(Sweeps));
    }

    [Fact]
    public async Task HttpUrl_OfWhatEndsTls_IsHowTheDoorIsAskedFor()
    {
        await using DoorSilo silo = await StartAsync(AccessRole.Admin, options => options.HttpUrl = "https://sweeps.example/");
        LoginLink link = await silo.Book.CreateLinkAsync(AccessRole.Reader, DoorSilo.Test);

        Answer login = await silo.PostFormAsync(
            "/login", [("link", link.Token)], ("Host", "sweeps.example"), ("Origin", "https://sweeps.example"), ("X-Forwarded-For", "192.0.2.1, 203.0.113.9"));
        Answer ownName = await silo.GetAsync(Sweeps);

        Assert.Contains("; secure", login.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", login.Header("Strict-Transport-Security"));
        Assert.Equal((HttpStatusCode.Unauthorized, null), (ownName.Status, ownName.Header("Strict-Transport-Security")));
        Assert.Equal("203.0.113.9", (await silo.Book.Log.ReadAsync(null, 10)).Single(entry => entry.Action == "logged in").From);
        Assert.Equal(new Uri("https://sweeps.example/"), (await Access(silo).CreateLinkAsync(AccessRole.Reader)).Door);
        Assert.Equal(HttpStatusCode.Forbidden, (await silo.PostFormAsync("/login", [], ("Host", "sweeps.example"), ("Origin", "http://sweeps.example:81"))).Status);
    }

    [Fact]
    public async Task HttpUrl_ThatIsNotSaid_LetsNobodySayWhatStandsInFront()
    {
        await using DoorSilo silo = await StartAsync(AccessRole.Admin, _ => { });
        LoginLink link = await silo.Book.CreateLinkAsync(AccessRole.Reader, DoorSilo.Test);

        Answer login = await silo.PostFormAsync(
            "/login", [("link", link.Token)], ("Origin", silo.Origin), ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));

        Assert.DoesNotContain("; secure", login.Header("Set-Cookie"), StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", (await silo.Book.Log.ReadAsync(null, 10)).Single(entry => entry.Action == "logged in").From);
    }

    [Fact]
    public async Task HttpUrl_OfAContainersPort_IsOfThisMachineAndStillAsksForKeys()
    {
        void Publish(SiloOptions options)
        {
            options.Http = "0.0.0.0:0";
            options.HttpUrl = "http://127.0.0.1:8090/";
        }

        SiloOptionsException refused = await Assert.ThrowsAsync<SiloOptionsException>(() => DoorSilo.StartAsync(Publish));
        await using DoorSilo keyed = await StartAsync(AccessRole.Admin, Publish);
        await using DoorSilo certified = await DoorSilo.StartAsync(options =>
        {
            Publish(options);
            Certify(options);
        });

        Assert.Contains("'gansweep keys create --role admin", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("in the clear", refused.Message, StringComparison.Ordinal);
        foreach (DoorSilo silo in (DoorSilo[])[keyed, certified])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await silo.GetAsync(Sweeps)).Status);
            Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync(Sweeps, await silo.LogInAsync(AccessRole.Reader))).Status);
        }
    }

    // What stands in front comes from the loopback, whoever is behind it.
    [Theory]
    [InlineData("sweeps.example", null)]
    [InlineData(null, "https://sweeps.example/")]
    public async Task Door_ThatOthersReachThroughTheLoopback_AsksEverybodyBeforeThereIsAKeyToo(string? names, string? url)
    {
        await using DoorSilo silo = await DoorSilo.StartAsync(options =>
        {
            options.HttpNames = names;
            options.HttpUrl = url;
            Certify(options);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await silo.GetAsync(Sweeps, ("Host", "sweeps.example"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await silo.GetAsync(Keys)).Status);
    }

    [Theory]
    [InlineData("sweeps.example", "it is the address")]
    [InlineData("ftp://sweeps.example/", "it is the address")]
    [InlineData("https://sweeps.example/gansweep", "it is the address")]
    [InlineData("https://ann@sweeps.example/", "it is the address")]
    [InlineData("http://sweeps.example/", "in the clear")]
    public async Task HttpUrl_ThatCannotBeOrIsInTheClear_IsRefused(string url, string why)
    {
        SiloOptionsException refused = await Assert.ThrowsAsync<SiloOptionsException>(() => StartAsync(AccessRole.Admin, options => options.HttpUrl = url));

        Assert.Contains($"httpUrl is '{url}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.pem")]
    [InlineData("nonsense.pem")]
    [InlineData("")]
    public async Task Start_WithACertificateThatIsNone_IsRefusedAndNamesIt(string file)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "nonsense.pem"), "nonsense", Cancellation);

        SiloOptionsException refused = await Assert.ThrowsAsync<SiloOptionsException>(() => DoorSilo.StartAsync(options => options.Certificate = file.Length == 0 ? "" : Path.Combine(_folder, file)));

        Assert.Contains("certificate is '", refused.Message, StringComparison.Ordinal);
    }

    private void Certify(SiloOptions options)
    {
        options.Certificates = Path.Combine(_folder, "certificates");
        new CertificateFolder(options.Certificates, TimeProvider.System).Make(new CertificateSubject("admin", CertificateRole.Admin), TimeSpan.FromDays(1));
    }

    private static IAccessGrain Access(DoorSilo silo)
    {
        return silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IAccessGrain>(0);
    }

    private static SocketsHttpHandler Trusting(string thumbprint)
    {
        return new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == thumbprint,
            },
        };
    }

    private static async Task<DoorSilo> StartAsync(AccessRole role, Action<SiloOptions> configure)
    {
        string folder = Directory.CreateTempSubdirectory("gansweep-").FullName;
        await using (ISweepStore store = await Stores.Kinds.OpenAsync(new StoreOptions { Folder = folder }, Cancellation))
        {
            using AccessBook book = new(store.Access, TimeProvider.System);
            await book.LoadAsync();
            await book.CreateKeyAsync(new KeyRequest { Role = role }, DoorSilo.Test);
        }

        return await DoorSilo.StartAsync(configure, folder);
    }
}
