using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GanSweep.Cluster.Tests.Pages;

/// <summary>The coordinator's pages in a real browser, while it works and when it dies.</summary>
public sealed partial class PagesTests
{
    private const string Space = """{ "loss": ["minimax", "nonSaturating"], "generatorLearningRate": [0.0005, 0.001, 0.002, 0.004] }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrowserFact]
    public async Task Sweep_WhileItIsTrained_GrowsByItselfAndIsSortedChosenAndPaused()
    {
        using TemporaryFolder folder = new();
        await using ProgramProcess silo = Silo(folder, Ports.Free(), out Uri home);
        string cluster = await ReadyAsync(silo);
        string id = await SubmitAsync(folder, cluster, "live", epochs: 400);
        await using Browser browser = await Browser.OpenAsync();
        IPage page = browser.Page;

        await page.GotoAsync(home.ToString());
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = id }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = id })).ToBeVisibleAsync();
        ILocator rows = page.Locator("#runs tbody tr");
        await Expect(page.Locator("#running tbody tr").First).ToBeVisibleAsync();

        // Nobody reloads the page: runs end, figures appear, the last state comes.
        await Expect(page.Locator("#standing")).ToContainTextAsync("8 of 8", new LocatorAssertionsToContainTextOptions { Timeout = 120_000 });
        await Expect(page.Locator("#standing .state")).ToHaveTextAsync("completed");
        await Expect(rows).ToHaveCountAsync(8);
        await Expect(page.Locator("#course figure")).ToHaveCountAsync(2);

        await page.Locator("#runs thead a[href*='sort=run'], #runs thead a[href*='sort=-run']").ClickAsync();
        await Expect(rows.First.Locator("th")).ToHaveTextAsync("1");
        await page.Locator("#runs thead a[href*='sort=run'], #runs thead a[href*='sort=-run']").ClickAsync();
        await Expect(rows.First.Locator("th")).ToHaveTextAsync("8");
        Assert.Contains("sort=-run", page.Url, StringComparison.Ordinal);

        await page.Locator("#look").GetByLabel("minimax").CheckAsync();
        await page.Locator("#look").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Show" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(4);
        await rows.First.Locator("input[type=checkbox]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show how they learnt" }).ClickAsync();
        await Expect(page.Locator("#curves figure")).ToHaveCountAsync(2);
        await page.GoBackAsync();
        await Expect(page.Locator("#curves figure")).ToHaveCountAsync(0);

        Assert.Empty(browser.Complaints);
        Assert.All(browser.Requests, request => Assert.Equal(home.Authority, new Uri(request).Authority));
    }

    [BrowserFact]
    public async Task Sweep_StrokeAlongAnAxis_ChoosesTheRunsThatCrossItThere()
    {
        using TemporaryFolder folder = new();
        await using ProgramProcess silo = Silo(folder, Ports.Free(), out Uri home);
        string cluster = await ReadyAsync(silo);
        string id = await SubmitAsync(folder, cluster, "brushed", epochs: 30, "--watch");
        await using Browser browser = await Browser.OpenAsync();
        IPage page = browser.Page;
        await page.GotoAsync($"{home}sweeps/{id}");
        ILocator drawing = page.Locator("[data-brush] svg");
        await drawing.ScrollIntoViewIfNeededAsync();

        // Along the axis of the losses, from below its upper end upwards: nonSaturating alone.
        float[] axis = await drawing.EvaluateAsync<float[]>("svg => { const a = JSON.parse(svg.closest('[data-brush]').dataset.brush).find(x => x.name === 'loss'), b = svg.getBoundingClientRect(), s = b.width / svg.viewBox.baseVal.width; return [b.left + a.across * s, b.top + a.top * s, b.top + a.bottom * s]; }");
        await page.Mouse.MoveAsync(axis[0], axis[1] + (0.3f * (axis[2] - axis[1])));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(axis[0], axis[1], new MouseMoveOptions { Steps = 5 });
        await page.Mouse.UpAsync();

        await Expect(page.Locator("#runs tbody tr")).ToHaveCountAsync(4);
        Assert.EndsWith("?is.loss=nonSaturating", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("#look").GetByLabel("nonSaturating")).ToBeCheckedAsync();
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Sweep_CoordinatorIsKilledAndComesBack_SaysSoAndGoesOn()
    {
        using TemporaryFolder folder = new();
        int port = Ports.Free();
        ProgramProcess silo = Silo(folder, port, out Uri home);
        string id;
        await using Browser browser = await Browser.OpenAsync();
        IPage page = browser.Page;
        try
        {
            id = await SubmitAsync(folder, await ReadyAsync(silo), "killed", epochs: 1500);
            await page.GotoAsync($"{home}sweeps/{id}");
            await Expect(page.Locator("#running tbody tr").First).ToBeVisibleAsync();

            await silo.KillAsync(Cancellation);

            await Expect(page.Locator("#connection")).ToContainTextAsync("does not answer");
        }
        finally
        {
            await silo.DisposeAsync();
        }

        await using ProgramProcess next = Silo(folder, port, out _);
        await ReadyAsync(next);
        await Expect(page.Locator("#connection")).ToHaveTextAsync("");
        await Expect(page.Locator("#running tbody tr").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pause" }).ClickAsync();
        await Expect(page.Locator("#standing .state")).ToHaveTextAsync("paused");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Cancel …" }).ClickAsync();
        await Expect(page.GetByText($"Cancel {id}?")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Cancel the sweep" }).ClickAsync();
        await Expect(page.Locator("#standing .state")).ToHaveTextAsync("cancelled");
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Sweep_OverASlowNetworkThatGoesAway_SaysSoGoesOnAndLosesNothingTyped()
    {
        TimeSpan latency = TimeSpan.FromMilliseconds(400);
        const int BytesPerSecond = 50_000;
        using TemporaryFolder folder = new();
        await using ProgramProcess silo = Silo(folder, Ports.Free(), out Uri home);
        string sweep = folder.WriteSweep("slow", """{ "loss": ["minimax", "nonSaturating"], "epochs": [30, 1000000] }""", epochs: null);
        string id = await SubmitAsync(folder, await ReadyAsync(silo), sweep);
        await using Browser browser = await Browser.OpenAsync();
        IPage page = browser.Page;
        await browser.SlowAsync(latency, BytesPerSecond, offline: false);

        // What is new comes over it: two runs end, and two go on as long as they are let.
        await page.GotoAsync($"{home}sweeps/{id}");
        await Expect(page.Locator("#look")).ToContainTextAsync("by which score");
        ILocator running = page.Locator("#running tbody tr").First;
        await Expect(running).Not.ToHaveTextAsync(await running.TextContentAsync() ?? "");
        await Expect(page.Locator("#connection")).ToHaveTextAsync("");

        // The network goes while somebody types, and something happens meanwhile.
        ILocator bound = page.Locator("#look input[name='max.total']");
        await bound.FocusAsync();
        await page.Keyboard.TypeAsync("10");
        await browser.SlowAsync(latency, BytesPerSecond, offline: true);
        await Expect(page.Locator("#connection")).ToContainTextAsync("does not answer");
        await page.Keyboard.TypeAsync("0.25");
        await Expect(page.Locator("#standing .state")).ToHaveTextAsync("running");
        using (HttpClient other = new() { BaseAddress = home })
        {
            using HttpResponseMessage paused = await other.PostAsync($"api/v1/sweeps/{id}/pause", content: null, Cancellation);
            Assert.True(paused.IsSuccessStatusCode, await paused.Content.ReadAsStringAsync(Cancellation));
        }

        // It comes back: the page shows what happened, says nothing any more, and has what was typed, which does what it says.
        await browser.SlowAsync(latency, BytesPerSecond, offline: false);
        await Expect(page.Locator("#standing .state")).ToHaveTextAsync("paused");
        await Expect(page.Locator("#connection")).ToHaveTextAsync("");
        await Expect(bound).ToBeFocusedAsync();
        Assert.Equal("100.25", await bound.InputValueAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("max.total=100.25", StringComparison.Ordinal));
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Pages_AtBothWidthsLightAndDark_AreSoundForEverybody()
    {
        using TemporaryFolder folder = new();
        // What runs without end leaves a core to the browser.
        await using ProgramProcess silo = Silo(folder, Ports.Free(), out Uri home, "--slots", "1");
        string cluster = await ReadyAsync(silo);
        string id = await SubmitAsync(folder, cluster, "sound", epochs: 30, "--watch");
        await SubmitAsync(folder, cluster, "endless", epochs: 1_000_000);
        int best = await BestAsync(home, id);
        string[] paths =
        [
            "", "new", "cluster", "audit", "audit?who=nobody", "compare", $"compare?sweep={id}&run=1&run=2", $"sweeps/{id}?run=1&max.total=100", $"sweeps/{id}/runs/{best}", $"sweeps/{id}/cancel", "sweeps/nothing-here",
        ];
        List<string> faults = [];
        foreach ((int width, ColorScheme colours) in (IEnumerable<(int, ColorScheme)>)[(400, ColorScheme.Light), (1280, ColorScheme.Dark)])
        {
            await using Browser browser = await Browser.OpenAsync(width, colours);
            foreach (string path in paths)
            {
                await browser.Page.GotoAsync($"{home}{path}");
                if (path.EndsWith($"/runs/{best}", StringComparison.Ordinal))
                {
                    // Real rows beside generated ones come when they are drawn.
                    await Expect(browser.Page.Locator("#privacy h2")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 120_000 });
                }

                AxeResult found = await browser.Page.RunAxe();
                faults.AddRange(found.Violations.Select(fault => $"/{path} at {width}: {fault.Id}: {fault.Help}: {fault.Nodes[0].Html}"));
                int wide = await browser.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (wide > 0)
                {
                    faults.Add($"/{path} at {width}: {wide.ToString(CultureInfo.InvariantCulture)} pixels too wide");
                }
            }

            faults.AddRange(browser.Complaints);
            faults.AddRange(browser.Requests.Where(request => new Uri(request).Authority != home.Authority));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [BrowserFact]
    public async Task Pages_ByKeyboardAlone_LeadFromTheFirstToARunAndAreNotTakenAwayMeanwhile()
    {
        using TemporaryFolder folder = new();
        await using ProgramProcess silo = Silo(folder, Ports.Free(), out Uri home);
        string id = await SubmitAsync(folder, await ReadyAsync(silo), "keys", epochs: 400);
        await using Browser browser = await Browser.OpenAsync();
        IPage page = browser.Page;
        await page.GotoAsync($"{home}sweeps/{id}");
        await Expect(page.Locator("#look")).ToContainTextAsync("by which score", new LocatorAssertionsToContainTextOptions { Timeout = 120_000 });

        await page.Locator("#look input[name='max.total']").FocusAsync();
        await page.Keyboard.TypeAsync("1", new KeyboardTypeOptions { Delay = 500 });
        await page.Keyboard.TypeAsync("00.25", new KeyboardTypeOptions { Delay = 500 });
        Assert.Equal("100.25", await page.Locator("#look input[name='max.total']").InputValueAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("max.total=100.25", StringComparison.Ordinal));

        await page.Locator("#runs tbody th a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync("Run ");
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task NewSweep_OfAFile_IsUnderstoodCheckedCompletedAndSubmitted()
    {
        using TemporaryFolder folder = new();
        await using ProgramProcess silo = Silo(folder, Ports.Free(), out Uri home);
        await ReadyAsync(silo);
        await File.WriteAllLinesAsync(
            folder["<b>odd<i>.csv"],
            ["amount;<script>alert(1)</script>;when", .. Enumerable.Range(0, 60).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row % 17},5;{(row % 3 == 0 ? "a" : "b<i>")};{1 + (row % 28):00}.03.2024"))],
            Cancellation);
        await using Browser browser = await Browser.OpenAsync();
        IPage page = browser.Page;

        await page.GotoAsync($"{home}new");
        await page.GetByLabel("Table").SetInputFilesAsync(folder["<b>odd<i>.csv"]);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read it" }).ClickAsync();
        await Expect(page.Locator("#table tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator("#table")).ToContainTextAsync("<script>alert(1)</script>");
        await Expect(page.Locator("#verdict")).ToContainTextAsync("It is valid");

        await page.Locator("#text").FillAsync("{ \"name\": \"from-a-page\", \"dataset\": \"odd.csv\", \"config\": { \"steps\": 200 }, \"sapce\": {} }");
        await Expect(page.Locator("#verdict")).ToContainTextAsync("sapce");
        await page.Locator("#text").FillAsync("{ \"name\": \"from-a-page\", \"dataset\": \"odd.csv\", \"config\": { \"steps\": 200, \"batchS");
        await page.Locator("#text").PressSequentiallyAsync("i");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("#text").PressSequentiallyAsync(": 16 } }");
        await Expect(page.Locator("#verdict")).ToContainTextAsync("It is valid");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Submit the sweep" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync("from-a-page");
        await Expect(page.Locator("#standing .state")).ToHaveTextAsync("completed", new LocatorAssertionsToHaveTextOptions { Timeout = 120_000 });
        Assert.Empty(browser.Complaints);
        Assert.All(browser.Requests, request => Assert.Equal(home.Authority, new Uri(request).Authority));
    }

    [BrowserFact]
    public async Task RunWeb_FolderWithAKey_LetsInWhoeverStartedItAndNobodyElse()
    {
        using TemporaryFolder folder = new();
        await using (ProgramProcess keys = ProgramProcess.Client(folder.Path, "keys", "create", "--role", "admin", "--data", folder["data"]))
        {
            Assert.True(await keys.ExitAsync(Cancellation) == 0, keys.Errors);
        }

        await using ProgramProcess run = ProgramProcess.Client(folder.Path, "run", folder.WriteSweep("watched", Space, epochs: 1_000_000), "--web", "--data", folder["data"]);
        await run.WaitForAsync("Watch it at", Cancellation);
        string link = LinkPattern.Match(run.Errors).Groups["link"].Value;
        await using Browser stranger = await Browser.OpenAsync();
        await stranger.Page.GotoAsync(new Uri(new Uri(link), "/").ToString());
        await Expect(stranger.Page.Locator("input[type=password], input[name=key]").First).ToBeVisibleAsync();
        await using Browser owner = await Browser.OpenAsync();
        await owner.Page.GotoAsync(link);
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync("watched");
        await Expect(owner.Page.Locator("#running tbody tr").First).ToBeVisibleAsync();
        await owner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pause" }).ClickAsync();
        await Expect(owner.Page.Locator("#standing .state")).ToHaveTextAsync("paused");
        Assert.Empty(owner.Complaints);
    }

    private static ProgramProcess Silo(TemporaryFolder folder, int port, out Uri home, params string[] options)
    {
        home = new Uri($"http://127.0.0.1:{port}/");
        return ProgramProcess.Silo(folder.Path, ["--siloPort", "0", "--gatewayPort", "0", "--http", $"127.0.0.1:{port}", .. options]);
    }

    private static async Task<int> BestAsync(Uri home, string id)
    {
        using HttpClient client = new() { BaseAddress = home };
        using JsonDocument board = JsonDocument.Parse(await client.GetStringAsync($"api/v1/sweeps/{id}/leaderboard?top=1", Cancellation));
        return board.RootElement.GetProperty("runs")[0].GetProperty("run").GetInt32();
    }

    private static async Task<string> ReadyAsync(ProgramProcess silo)
    {
        await silo.WaitForAsync("Ready", Cancellation);
        return GatewayPattern.Match(silo.Output).Groups["gateway"].Value;
    }

    private static Task<string> SubmitAsync(TemporaryFolder folder, string cluster, string name, int epochs, params string[] more)
    {
        return SubmitAsync(folder, cluster, folder.WriteSweep(name, Space, epochs), more);
    }

    private static async Task<string> SubmitAsync(TemporaryFolder folder, string cluster, string sweep, params string[] more)
    {
        await using ProgramProcess client = ProgramProcess.Client(folder.Path, ["submit", sweep, "--cluster", cluster, .. more]);
        Assert.True(await client.ExitAsync(Cancellation) == 0, client.Errors);
        return client.Output.Trim();
    }

    [GeneratedRegex(@"Watch it at (?<link>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPattern { get; }

    [GeneratedRegex(@"--cluster (?<gateway>localhost:\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GatewayPattern { get; }
}
