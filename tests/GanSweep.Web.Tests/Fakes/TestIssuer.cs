using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GanSweep.Web.Tests.Fakes;

/// <summary>An issuer of identities on this machine, which lets in whom the test says.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Client = "gansweep-test";
    public const string Secret = "the issuer's secret";

    private readonly RSA _key = RSA.Create(2048);
    private readonly Dictionary<string, (string Challenge, string Nonce, string Redirect)> _codes = [];
    private WebApplication _app = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>Who logs in there next.</summary>
    public Dictionary<string, object> Claims { get; } = new() { ["sub"] = "42", ["preferred_username"] = "ann" };

    /// <summary>Whether the tokens are signed by somebody else.</summary>
    public bool IsForged { get; set; }

    public static async Task<TestIssuer> StartAsync()
    {
        TestIssuer issuer = new();
        using (TcpListener port = new(IPAddress.Loopback, 0))
        {
            port.Start();
            issuer.Address = new Uri($"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/");
        }

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(issuer.Address.ToString());
        issuer._app = builder.Build();
        issuer._app.Run(issuer.AnswerAsync);
        await issuer._app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    /// <summary>Does what the issuer's page does once somebody has logged in: it leads back.</summary>
    public Uri Authorize(Uri asked)
    {
        Dictionary<string, string> query = Query(asked.Query);
        Assert.Equal((Client, "code", "S256", "query"), (query["client_id"], query["response_type"], query["code_challenge_method"], query.GetValueOrDefault("response_mode", "query")));
        string code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (query["code_challenge"], query["nonce"], query["redirect_uri"]);
        return new Uri($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"])}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        object? answer = context.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => new Dictionary<string, object>
            {
                ["issuer"] = Address.ToString(),
                ["authorization_endpoint"] = $"{Address}authorize",
                ["token_endpoint"] = $"{Address}token",
                ["jwks_uri"] = $"{Address}keys",
                ["response_types_supported"] = (string[])["code"],
                ["id_token_signing_alg_values_supported"] = (string[])["RS256"],
            },
            "/keys" => new { keys = (object[])[Jwk()] },
            "/token" => Token(await context.Request.ReadFormAsync()),
            _ => null,
        };
        context.Response.StatusCode = answer is null ? 400 : 200;
        await context.Response.WriteAsJsonAsync(answer ?? new { error = "invalid_grant" });
    }

    private object? Token(IFormCollection form)
    {
        if (form["client_id"] != Client || form["client_secret"] != Secret || !_codes.Remove(form["code"].ToString(), out var code)
            || Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != code.Challenge || form["redirect_uri"] != code.Redirect)
        {
            return null;
        }

        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        Dictionary<string, object> claims = new(Claims) { ["iss"] = Address.ToString(), ["aud"] = Client, ["nonce"] = code.Nonce, ["iat"] = now, ["exp"] = now + 300 };
        string content = $"{Encode("""{"alg":"RS256","kid":"k","typ":"JWT"}"""u8)}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        using RSA other = RSA.Create(2048);
        byte[] signature = (IsForged ? other : _key).SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = $"{content}.{Encode(signature)}" };
    }

    private object Jwk()
    {
        RSAParameters key = _key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "k", n = Encode(key.Modulus), e = Encode(key.Exponent) };
    }

    private static Dictionary<string, string> Query(string query)
    {
        return query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
