using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Web.Tests.Fakes;

/// <summary>A coordinator with a trainer in this process, and a client of its API; it can be stopped and started again on the same port and folder.</summary>
internal sealed class ApiSilo : IAsyncDisposable
{
    public const string TwoRuns = """
        { "name": "losses", "dataset": "losses.csv", "config": { "epochs": 4 }, "space": { "loss": ["minimax", "nonSaturating"] } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("gansweep-").FullName;
    private IHost? _host;

    private ApiSilo()
    {
    }

    public HttpClient Http { get; private set; } = new();

    public SiloOptions Options { get; private set; } = new();

    public IServiceProvider Services => _host!.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public string Origin => $"http://{Options.Http}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ApiSilo> StartAsync(SiloRoles roles = SiloRoles.Both)
    {
        ApiSilo silo = new();
        silo.Options = SiloOptions.Embedded(silo._folder, roles, slots: 1);
        silo.Options.Http = "127.0.0.1:0";
        await silo.StartAgainAsync();
        return silo;
    }

    public async Task StartAgainAsync()
    {
        _host = await GanSweepHost.StartAsync(Options, _ => { }, CancellationToken.None);
        Http.Dispose();
        Http = new HttpClient { BaseAddress = new Uri($"{Origin}/api/v1/"), Timeout = TimeSpan.FromMinutes(2) };
    }

    public async Task StopAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }
    }

    public ISweepGrain Sweep(string id)
    {
        return Grains.GetGrain<ISweepGrain>(id);
    }

    public async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        HttpResponseMessage response = await Http.SendAsync(request, Cancellation);
        string body = await response.Content.ReadAsStringAsync(Cancellation);
        DescribedAnswers.Check(method, response.RequestMessage!.RequestUri!, response, body);
        return (response.StatusCode, body, response);
    }

    public async Task<JsonNode> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        return await JsonAsync(HttpMethod.Get, path, null, status);
    }

    public async Task<JsonNode> PostAsync(string path, HttpContent? content = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        return await JsonAsync(HttpMethod.Post, path, content, status);
    }

    /// <summary>Uploads a file whole, and gives its name.</summary>
    public async Task<string> UploadAsync(byte[] content, string name = "losses.csv")
    {
        using ByteArrayContent body = new(content);
        return (string)(await PostAsync($"uploads?file={name}", body, HttpStatusCode.Created))["upload"]!;
    }

    public async Task<string> UploadLossesAsync()
    {
        return await UploadAsync(await File.ReadAllBytesAsync(RepositoryFiles.Path("data", "eu-stock-losses.csv"), Cancellation));
    }

    /// <summary>Submits a sweep on the table of the losses, and gives its id.</summary>
    public async Task<string> SubmitAsync(string json = TwoRuns)
    {
        using HttpContent body = Json(json);
        (_, string text, _) = await SendAsync(HttpMethod.Post, $"sweeps?upload={await UploadLossesAsync()}", body);
        return (string)JsonNode.Parse(text)!["sweep"]!;
    }

    /// <summary>Waits until a sweep has ended, by its events.</summary>
    public async Task<string> TrainAsync(string json = TwoRuns)
    {
        string id = await SubmitAsync(json);
        await using EventReader events = await EventReader.OpenAsync(this, $"sweeps/{id}/events");
        await events.ReadUntilAsync(all => all[^1] is { Kind: "progress" } last && (string)last.Data["summary"]!["state"]! == "completed");
        return id;
    }

    public static StringContent Json(string text)
    {
        return new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<JsonNode> JsonAsync(HttpMethod method, string path, HttpContent? content, HttpStatusCode status)
    {
        (HttpStatusCode answered, string body, HttpResponseMessage response) = await SendAsync(method, path, content);
        Assert.True(answered == status, $"{(int)answered} {body}");
        string kind = (int)status < 400 ? "application/json" : "application/problem+json";
        Assert.Equal(kind, response.Content.Headers.ContentType!.MediaType);
        return JsonNode.Parse(body)!;
    }
}
