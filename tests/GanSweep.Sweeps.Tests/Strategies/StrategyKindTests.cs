using System.Buffers;
using System.Text;
using System.Text.Json;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Strategies;

namespace GanSweep.Sweeps.Tests.Strategies;

public sealed class StrategyKindTests
{
    private static readonly StrategyKind Kind = new([new GridStrategy(), new DrawnStrategy()]);
    private static readonly StrategyKind KindWithoutKeys = new([new GridStrategy()]);

    [Fact]
    public void TryRead_ByItsName_HasTheDefaultsOfItsKeys()
    {
        Assert.Equal("grid", Read("\"grid\"").Name);
        Assert.Equal(3, Assert.IsType<DrawnStrategy>(Read("\"drawn\"")).Configurations);
    }

    [Fact]
    public void TryRead_AsAnObject_HasTheValuesOfItsKeys()
    {
        Assert.Equal(5, Assert.IsType<DrawnStrategy>(Read("""{ "configurations": 5, "kind": "drawn" }""")).Configurations);
        Assert.Equal(3, Assert.IsType<DrawnStrategy>(Read("""{ "kind": "drawn" }""")).Configurations);
        Assert.Equal("grid", Read("""{ "kind": "grid" }""").Name);
    }

    [Theory]
    [InlineData("\"gird\"", "$.strategy: \"gird\" is not one of grid, drawn; did you mean \"grid\"?")]
    [InlineData("3", "$.strategy: 3 is not one of grid, drawn.")]
    [InlineData("{}", "$.strategy.kind: is missing; one of grid, drawn is needed.")]
    [InlineData("""{ "configurations": 2 }""", "$.strategy.kind: is missing; one of grid, drawn is needed.")]
    [InlineData("""{ "kind": "drawm" }""", "$.strategy.kind: \"drawm\" is not one of grid, drawn; did you mean \"drawn\"?")]
    [InlineData("""{ "kind": 7 }""", "$.strategy.kind: 7 is not one of grid, drawn.")]
    [InlineData("""{ "kind": "drawn", "configurations": 10 }""", "$.strategy.configurations: 10 is not a whole number from 1 to 9.")]
    [InlineData("""{ "kind": "drawn", "epochs": 10 }""", "$.strategy.epochs: unknown key. Allowed: kind, configurations.")]
    [InlineData("""{ "kind": "grid", "configurations": 3 }""", "$.strategy.configurations: unknown key. Allowed: kind.")]
    public void TryRead_SomethingElse_SaysWhatIsAllowed(string json, string expected)
    {
        Assert.Equal(expected, Refusal(Kind, json));
    }

    [Fact]
    public void TryRead_AnObjectWhereNoStrategyHasKeys_IsNoName()
    {
        Assert.Equal("$.strategy: an object is not \"grid\".", Refusal(KindWithoutKeys, """{ "kind": "grid" }"""));
        Assert.Equal("\"grid\"", KindWithoutKeys.Expected);
        Assert.Equal("one of grid, drawn, or an object with the \"kind\" drawn and its keys", Kind.Expected);
    }

    [Fact]
    public void Write_IsReadBack()
    {
        Assert.Equal("\"grid\"", Written(writer => Kind.Write(writer, new GridStrategy())));
        Assert.Equal("""{"kind":"drawn","configurations":5}""", Written(writer => Kind.Write(writer, new DrawnStrategy(5))));
        Assert.Equal("drawn", Kind.Text(new DrawnStrategy(5)));
    }

    [Fact]
    public void WriteSchema_OfStrategiesWithKeys_AllowsNamesAndObjects()
    {
        Assert.Equal(
            """
            {"anyOf":[{"enum":["grid","drawn"]},{"type":"object","additionalProperties":false,"properties":{"kind":{"const":"drawn"},"configurations":{"description":"How many.","type":"integer","minimum":1,"maximum":9,"default":3}},"required":["kind"]}]}
            """.Trim(),
            Schema(Kind));
        Assert.Equal("""{"enum":["grid"]}""", Schema(KindWithoutKeys));
    }

    private static Strategy Read(string json)
    {
        SettingErrors errors = new();
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.True(Kind.TryRead(new JsonSpot(document.RootElement, "$.strategy", errors), out Strategy strategy));
        errors.ThrowIfAny();
        return strategy;
    }

    private static string Refusal(StrategyKind kind, string json)
    {
        SettingErrors errors = new();
        using JsonDocument document = JsonDocument.Parse(json);
        bool read = kind.TryRead(new JsonSpot(document.RootElement, "$.strategy", errors), out _);
        Assert.True(!read || errors.Count > 0);
        return Assert.Throws<InvalidSettingsException>(errors.ThrowIfAny).Message;
    }

    private static string Schema(StrategyKind kind)
    {
        return Written(writer =>
        {
            writer.WriteStartObject();
            kind.WriteSchema(writer);
            writer.WriteEndObject();
        });
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
