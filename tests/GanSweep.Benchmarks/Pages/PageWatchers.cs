using System.Text.Json;

namespace GanSweep.Benchmarks.Pages;

/// <summary>Browsers that look at a page, until they are disposed of.</summary>
internal sealed class PageWatchers : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _http;
    private readonly Task _all;

    /// <param name="origin">Who serves it.</param>
    /// <param name="address">The page.</param>
    /// <param name="count">How many look.</param>
    public PageWatchers(Uri origin, string address, int count)
    {
        _http = new HttpClient { BaseAddress = origin };
        _all = Task.WhenAll(Enumerable.Range(0, count).Select(_ => WatchAsync(_http, address, _end.Token)));
    }

    /// <summary>Looks at a page as its script does, until it is told to end.</summary>
    public static async Task WatchAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        Dictionary<string, string> known = [];
        while (!cancellationToken.IsCancellationRequested)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("X-Parts", string.Join(',', known.Select(part => $"{part.Key}={part.Value}")));
            using HttpResponseMessage answer = await http.SendAsync(request, CancellationToken.None);
            using JsonDocument json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(CancellationToken.None), default, CancellationToken.None);
            foreach (JsonElement change in json.RootElement.GetProperty("changed").EnumerateArray())
            {
                known[change.GetProperty("id").GetString()!] = change.GetProperty("hash").GetString()!;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _all;
        _http.Dispose();
        _end.Dispose();
    }
}
