using System.Text.Json;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Schema;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Tests.Schema;

public sealed class SweepSchemaTests
{
    private const string Update = "GANSWEEP_UPDATE";

    [Fact]
    public void Generate_CommittedFile_IsCurrent()
    {
        string path = RepositoryFiles.PathOf(Path.Combine("deploy", "sweep.schema.json"));
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(path, SweepSchema.Generate(TestModels.Catalog));
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == SweepSchema.Generate(TestModels.Catalog),
            $"deploy/sweep.schema.json is not what the parser's tables say. Write it anew: {Update}=1 dotnet test tests/GanSweep.Sweeps.Tests, then commit it.");
    }

    [Fact]
    public void Generate_ConfigAndSpace_KnowEveryKey()
    {
        using var schema = JsonDocument.Parse(SweepSchema.Generate(TestModels.Catalog));
        string[] names = [ModelCatalog.Key, .. TestModels.Catalog.Keys.Select(key => key.Name)];

        foreach (JsonElement section in (JsonElement[])
            [schema.RootElement.GetProperty("properties").GetProperty("config"), schema.RootElement.GetProperty("$defs").GetProperty("space")])
        {
            Assert.Equal(names, section.GetProperty("properties").EnumerateObject().Select(key => key.Name));
            Assert.False(section.GetProperty("additionalProperties").GetBoolean());
        }
    }

    [Fact]
    public void Generate_Space_IsAnObjectOrAListOfThem()
    {
        using var schema = JsonDocument.Parse(SweepSchema.Generate(TestModels.Catalog));
        JsonElement forms = schema.RootElement.GetProperty("properties").GetProperty("space").GetProperty("anyOf");

        Assert.Equal("#/$defs/space", forms[0].GetProperty("$ref").GetString());
        Assert.Equal("#/$defs/space", forms[1].GetProperty("items").GetProperty("$ref").GetString());
    }

    [Fact]
    public void Generate_References_LeadToDefinitions()
    {
        using var schema = JsonDocument.Parse(SweepSchema.Generate(TestModels.Catalog));
        JsonElement config = schema.RootElement.GetProperty("properties").GetProperty("config").GetProperty("properties");
        JsonElement definitions = schema.RootElement.GetProperty("$defs");

        Assert.All(config.EnumerateObject().Where(key => key.Name != ModelCatalog.Key), key =>
            Assert.True(definitions.TryGetProperty(key.Value.GetProperty("$ref").GetString()!["#/$defs/".Length..], out _)));
        Assert.All(definitions.GetProperty("space").GetProperty("properties").EnumerateObject(), key =>
            Assert.True(definitions.TryGetProperty(ListOf(key.Value).GetProperty("items").GetProperty("$ref").GetString()!["#/$defs/".Length..], out _)));
    }

    [Fact]
    public void Generate_KeysOfNumbers_CanBeRanges()
    {
        using var schema = JsonDocument.Parse(SweepSchema.Generate(TestModels.Catalog));
        JsonElement keys = schema.RootElement.GetProperty("$defs").GetProperty("space").GetProperty("properties");

        JsonElement range = keys.GetProperty("batchSize").GetProperty("anyOf")[1];
        Assert.Equal(["min", "max", "scale", "step"], range.GetProperty("properties").EnumerateObject().Select(key => key.Name));
        Assert.Equal("integer", range.GetProperty("properties").GetProperty("min").GetProperty("type").GetString());
        Assert.False(keys.GetProperty("loss").TryGetProperty("anyOf", out _));
    }

    [Fact]
    public void Generate_Descriptions_TellWhichModelsHaveAKeyAndWhichDefaultsDiffer()
    {
        using var schema = JsonDocument.Parse(SweepSchema.Generate(TestModels.Catalog));
        JsonElement config = schema.RootElement.GetProperty("properties").GetProperty("config").GetProperty("properties");

        Assert.EndsWith("Only in the model gan.", config.GetProperty("loss").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("Only in the model flow.", config.GetProperty("solverSteps").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("Only in the model flow or vae.", config.GetProperty("layers").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("Left out: 0.5 of gan, 0.9 of flow, 0.9 of vae.", config.GetProperty("beta1").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.False(config.GetProperty("beta1").TryGetProperty("default", out _));
        Assert.DoesNotContain("Only in", config.GetProperty("clip").GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gan")]
    [InlineData("flow")]
    [InlineData("vae")]
    public void Generate_Defaults_AreTheParsers(string model)
    {
        using var schema = JsonDocument.Parse(SweepSchema.Generate(TestModels.Catalog));
        JsonElement properties = schema.RootElement.GetProperty("properties");
        IEnumerable<string> config = properties.GetProperty("config").GetProperty("properties").EnumerateObject()
            .Where(key => key.Value.TryGetProperty("default", out _) && TestModels.Catalog[model].Names.Contains(key.Name))
            .Select(key => $"\"{key.Name}\": {key.Value.GetProperty("default").GetRawText()}");

        var spelledOut = TestModels.Parse($$"""
            { "name": "a", "dataset": "t.csv", "seed": {{properties.GetProperty("seed").GetProperty("default")}}, "config": { "model": "{{model}}", {{string.Join(", ", config)}} } }
            """);
        var leftOut = TestModels.Parse($$"""{ "name": "a", "dataset": "t.csv", "config": { "model": "{{model}}" } }""");

        Assert.Equal(leftOut.SpecOf(1, "", new TableSize(2, 1)).Seed, spelledOut.Seed);
        Assert.Equal(leftOut.Alternatives.Items.Single().Base, spelledOut.Alternatives.Items.Single().Base);
    }

    // A key of numbers may be a range instead.
    private static JsonElement ListOf(JsonElement key)
    {
        return key.TryGetProperty("anyOf", out JsonElement forms) ? forms[0] : key;
    }
}
