using System.Reflection;
using System.Text.Json.Nodes;
using GanSweep.Contracts.Silos;
using GanSweep.Web.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

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
                Assert.True(operation["responses"]!.AsObject().Any(response => response.Key[0] is '2'), at);
                Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.NotNull(parameter!["description"]));
            }
        }
    }

    [Fact]
    public async Task Endpoint_Each_SaysAllThatItAnswers()
    {
        await using ApiSilo silo = await ApiSilo.StartAsync(SiloRoles.Coordinator);
        RouteEndpoint[] endpoints = [.. silo.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))];

        Assert.True(endpoints.Length > 30);
        foreach (RouteEndpoint endpoint in endpoints)
        {
            // A handler whose result may be anything says nothing of it: its results are types that do, or a union of such.
            Type result = endpoint.Metadata.GetRequiredMetadata<MethodInfo>().ReturnType;
            result = result.IsGenericType && result.GetGenericTypeDefinition() == typeof(Task<>) ? result.GetGenericArguments()[0] : result;
            Assert.True(result != typeof(IResult), $"{endpoint.DisplayName} gives any result");
            Assert.True(endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode < 400), $"{endpoint.DisplayName} says no answer");
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
