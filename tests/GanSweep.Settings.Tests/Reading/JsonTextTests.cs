using System.Text.Json;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Tests.Reading;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{ "a": { "n": 60 } }""", """{ "a": { "n": 100 } }""")]
    [InlineData("{\n  // \"a\": { \"n\": 1 }\n  \"n\": 7, \"b\": { \"a\": { \"n\": 2 } }, /* ü */ \"a\" :\t{ \"m\": [3, { \"n\": 4 }], \"n\" : 60 , }, // the end ü\n}", "{\n  // \"a\": { \"n\": 1 }\n  \"n\": 7, \"b\": { \"a\": { \"n\": 2 } }, /* ü */ \"a\" :\t{ \"m\": [3, { \"n\": 4 }], \"n\" : 100 , }, // the end ü\n}")]
    [InlineData("""{"\u0061":{"n":6e1}}""", """{"\u0061":{"n":100}}""")]
    [InlineData("""{ "a": { "n": { "x": [1, 2] }, "y": 1 } }""", """{ "a": { "n": 100, "y": 1 } }""")]
    public void With_MemberThatIsThere_ChangesItsValueAlone(string json, string expected)
    {
        Assert.Equal(expected, JsonText.With(json, ["a", "n"], "100"));
    }

    [Theory]
    [InlineData("""{ "a": 3, "b": { "n": 1 } }""")]
    [InlineData("""{ "a": "n" }""")]
    [InlineData("""{ "a": { "m": { "n": 1 } } }""")]
    [InlineData("""{ "a": { "m": 1 }, "n": 2 }""")]
    [InlineData("""{ "a": { "m": 1 }, "b": { "n": 2 } }""")]
    [InlineData("""{ "a": [{ "n": 2 }] }""")]
    [InlineData("""[{ "b": { "n": 1 } }]""")]
    [InlineData("""{}""")]
    public void With_MemberThatIsNotThere_IsNull(string json)
    {
        Assert.Null(JsonText.With(json, ["a", "n"], "100"));
    }

    [Fact]
    public void With_NoJson_Throws()
    {
        Assert.ThrowsAny<JsonException>(() => JsonText.With("{ \"a\": ", ["a"], "1"));
    }
}
