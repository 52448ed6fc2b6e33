using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GanSweep.Cluster.Tests.Pages;

/// <summary>The machine's Chromium, with a window whose complaints and requests are kept.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const float Patience = 60_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private ICDPSession? _network;

    private Browser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        page.PageError += (_, error) => Complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            // A coordinator that is not there is no fault of the page.
            if (message.Type == "error" && !message.Text.Contains("ERR_CONNECTION", StringComparison.Ordinal) && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            {
                Complaints.Enqueue(message.Text);
            }
        };
        page.Request += (_, request) => Requests.Enqueue(request.Url);
    }

    /// <summary>Where Chromium is; null if it is not installed.</summary>
    public static string? Program { get; } = ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists);

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>What scripts failed of, and what the browser refused.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    /// <summary>All that was asked for, of whomever.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public static async Task<Browser> OpenAsync(int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = colours });
        page.SetDefaultTimeout(Patience);

        // What is expected comes at once on a machine with nothing else to do; a busy one is waited for.
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Browser(playwright, browser, page);
    }

    /// <summary>Makes the network slow, as a telephone's may be, or takes it away.</summary>
    /// <param name="latency">From a request to the first byte of its answer, at the least.</param>
    /// <param name="bytesPerSecond">Of what comes and of what goes.</param>
    /// <param name="offline">Whether there is none.</param>
    public async Task SlowAsync(TimeSpan latency, int bytesPerSecond, bool offline)
    {
        _network ??= await Page.Context.NewCDPSessionAsync(Page);
        await _network.SendAsync("Network.enable");
        await _network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = offline,
            ["latency"] = latency.TotalMilliseconds,
            ["downloadThroughput"] = bytesPerSecond,
            ["uploadThroughput"] = bytesPerSecond,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
