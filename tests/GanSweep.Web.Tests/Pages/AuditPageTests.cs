using System.Net;
using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using GanSweep.Web.Access;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Pages;

public sealed class AuditPageTests
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'&";

    private static readonly (string, string) ForPeople = ("Accept", "text/html");

    [Fact]
    public async Task Page_OfTheLog_ShowsTheLatestFirstAndEscapesNames()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync();
        (string, string) admin = Bearer(await silo.KeyAsync(AccessRole.Admin));
        await silo.Book.Log.AppendAsync(new Actor(Hostile, "10.0.0.7"), "submitted", $"s{Hostile}-12345678", $"a table {Hostile}");
        await silo.Book.Log.AppendAsync(new Actor("anna", "10.0.0.8"), "cancelled", "losses-00000001");

        string page = (await silo.GetAsync("/audit", admin, ForPeople)).Body;

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;", page, StringComparison.Ordinal);
        int[] places = [.. ((string[])["anna", "&lt;img", "created a key"]).Select(word => page.IndexOf(word, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("href=\"/sweeps/losses-00000001\"", page, StringComparison.Ordinal);
        Assert.Contains("There are none before.", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/audit\" aria-current=\"page\">Audit</a>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who=ANNA", "cancelled,submitted")]
    [InlineData("who=10.0.0.7", "sampled")]
    [InlineData("what=cancel", "cancelled")]
    [InlineData("what=1%2C000+rows", "sampled")]
    [InlineData("sweep=losses&who=", "cancelled,submitted")]
    [InlineData("sweep=losses&what=submitted", "submitted")]
    [InlineData("who=nobody", "")]
    public async Task Page_OfAFilter_ShowsWhatIsLikeIt(string query, string actions)
    {
        await using DoorSilo silo = await DoorSilo.StartAsync();
        (string, string) admin = Bearer(await silo.KeyAsync(AccessRole.Admin));
        await silo.Book.Log.AppendAsync(new Actor("anna", "10.0.0.8"), "submitted", "losses-00000001");
        await silo.Book.Log.AppendAsync(new Actor("berta", "10.0.0.7"), "sampled", "other-00000002", "1,000 rows");
        await silo.Book.Log.AppendAsync(new Actor("anna", "10.0.0.8"), "cancelled", "losses-00000001");

        string page = (await silo.GetAsync($"/audit?{query}", admin, ForPeople)).Body;

        string[] shown = [.. page.Split("<tr>").Skip(2).Select(row => row.Split("<td>")[2].Split("</td>")[0])];
        Assert.Equal(actions.Split(',', StringSplitOptions.RemoveEmptyEntries), shown);
        Assert.Equal(actions.Length == 0, page.Contains("No entry is like this.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OfALongLog_LeadsToTheNextAndBack()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync();
        (string, string) admin = Bearer(await silo.KeyAsync(AccessRole.Admin));
        await Task.WhenAll(Enumerable.Range(1, 130).Select(number => silo.Book.Log.AppendAsync(new Actor(number % 2 == 0 ? "even" : "odd", "here"), $"counted {number}")));
        List<string> seen = [];
        string? address = "/audit?who=odd";
        while (address is not null)
        {
            string page = (await silo.GetAsync(address, admin, ForPeople)).Body;
            seen.AddRange(page.Split("<td>counted ").Skip(1).Select(rest => rest.Split('<')[0]));
            address = page.Contains("Earlier than", StringComparison.Ordinal) ? WebUtility.HtmlDecode(page[..page.IndexOf("\">Earlier than", StringComparison.Ordinal)].Split("href=\"")[^1]) : null;
            Assert.True(address is null || address.StartsWith("/audit?who=odd&before=", StringComparison.Ordinal), address);
        }

        Assert.Equal(65, seen.Count);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Contains("it is the number of an entry", (await silo.GetAsync("/audit?before=-1", admin)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AccessRole.Reader)]
    [InlineData(AccessRole.Operator)]
    public async Task Page_OfOthersThanAdmins_IsRefusedInWordsAndNotLinked(AccessRole role)
    {
        await using DoorSilo silo = await DoorSilo.StartAsync();
        (string, string) key = Bearer(await silo.KeyAsync(role));

        Answer refused = await silo.GetAsync("/audit", key, ForPeople);
        Answer home = await silo.GetAsync("/", key, ForPeople);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("This is for the role admin", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.DoesNotContain("/audit", home.Body, StringComparison.Ordinal);
    }

    private static (string, string) Bearer(CreatedKey key)
    {
        return ("Authorization", $"Bearer {key.Key}");
    }
}
