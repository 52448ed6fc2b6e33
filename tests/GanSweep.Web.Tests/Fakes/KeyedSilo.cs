using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web.Tests.Fakes;

/// <summary>A coordinator that has trained a sweep of two runs and asks for keys, and a key of each role.</summary>
public sealed class KeyedSilo : IAsyncLifetime
{
    private readonly Dictionary<AccessRole, string> _keys = [];

    internal ApiSilo Silo { get; private set; } = null!;

    internal string Id { get; private set; } = "";

    internal AccessBook Book => Silo.Services.GetRequiredService<AccessBook>();

    public async ValueTask InitializeAsync()
    {
        Silo = await ApiSilo.StartAsync();
        Id = await Silo.TrainAsync();
        foreach (AccessRole role in (AccessRole[])[AccessRole.Reader, AccessRole.Operator, AccessRole.Admin])
        {
            _keys[role] = (await Book.CreateKeyAsync(new KeyRequest { Role = role, Name = $"{role}" }, new Actor("test", "here"))).Key;
        }
    }

    /// <summary>A page, as somebody with a key sees it.</summary>
    internal async Task<string> PageAsync(AccessRole role, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        (HttpStatusCode answered, string html, _) = await Silo.SendAsync(HttpMethod.Get, path, null, Key(role), ("Accept", "text/html"));
        Assert.True(answered == status, $"{answered.ToString()} {html}");
        return html;
    }

    /// <summary>The parts of a page that a browser has none of, as HTML by their names.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> PartsAsync(AccessRole role, string path)
    {
        (HttpStatusCode status, string body, _) = await Silo.SendAsync(HttpMethod.Get, path, null, Key(role), ("X-Parts", "none=0"));
        Assert.True(status == HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!["changed"]!.AsArray().ToDictionary(part => (string)part!["id"]!, part => (string)part!["html"]!, StringComparer.Ordinal);
    }

    /// <summary>Asks for a page's parts twice, the second time as a browser that has what came the first time.</summary>
    /// <returns>The names of the parts that came the second time.</returns>
    internal async Task<IReadOnlyList<string>> PollTwiceAsync(AccessRole role, string path)
    {
        string known = "none=0";
        string[] changed = [];
        for (int poll = 0; poll < 2; poll++)
        {
            (HttpStatusCode status, string body, _) = await Silo.SendAsync(HttpMethod.Get, path, null, Key(role), ("X-Parts", known));
            Assert.True(status == HttpStatusCode.OK, body);
            JsonArray parts = JsonNode.Parse(body)!["changed"]!.AsArray();
            known = string.Join(',', parts.Select(part => $"{part!["id"]}={part["hash"]}"));
            changed = [.. parts.Select(part => (string)part!["id"]!)];
        }

        return changed;
    }

    /// <summary>The same, once they hold a part.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> PartsWithAsync(AccessRole role, string path, string part)
    {
        while (true)
        {
            IReadOnlyDictionary<string, string> parts = await PartsAsync(role, path);
            if (parts.ContainsKey(part))
            {
                return parts;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        return Silo.DisposeAsync();
    }

    private (string, string) Key(AccessRole role)
    {
        return ("Authorization", string.Create(CultureInfo.InvariantCulture, $"Bearer {_keys[role]}"));
    }
}
