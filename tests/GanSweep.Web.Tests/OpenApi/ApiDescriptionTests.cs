using System.Text.Json.Nodes;
using GanSweep.Contracts.Silos;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.OpenApi;

public sealed class ApiDescriptionTests
{
    private static readonly string File = RepositoryFiles.Path("deploy", "openapi.json");

    [Fact]
    public async Task Description_OfTheApi_IsTheCheckedInOne()
    {
        await using ApiSilo silo = await ApiSilo.StartAsync(SiloRoles.Coordinator);
        string text = (await silo.Http.GetStringAsync($"{silo.Origin}/openapi/v1.json", TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("GANSWEEP_UPDATE") == "1")
        {
            await System.IO.File.WriteAllTextAsync(File, text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken), text);
    }

    [Fact]
    public void Description_OfTheApi_NamesNoMachine()
    {
        JsonNode description = Read();

        Assert.Null(description["servers"]);
        Assert.DoesNotContain("127.0.0.1", description.ToJsonString());
    }

    [Fact]
    public void Operation_Each_IsDescribedWithItsProblems()
    {
        foreach ((string path, JsonNode? methods) in Read()["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in methods!.AsObject())
            {
                string at = $"{method} {path}";
                Assert.True(((string?)operation!["description"])?.Contains("Needs the role", StringComparison.Ordinal), at);
                Assert.True(operation["responses"]!.AsObject().Count(response => response.Key[0] is '4' or '5') >= 4, at);
                Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.NotNull(parameter!["description"]));
            }
        }
    }

    [Fact]
    public void Property_Each_IsDescribed()
    {
        List<string> silent = [];
        foreach ((string name, JsonNode? schema) in Read()["components"]!["schemas"]!.AsObject())
        {
            silent.AddRange((schema!["properties"]?.AsObject() ?? [])
                .Where(property => property.Value!["$ref"] is null && property.Value["description"] is null && property.Value["oneOf"] is null)
                .Select(property => $"{name}.{property.Key}"));
        }

        Assert.Equal([], silent);
    }

    private static JsonNode Read()
    {
        return JsonNode.Parse(System.IO.File.ReadAllText(File))!;
    }
}
