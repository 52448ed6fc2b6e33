using System.Text;
using CsCheck;
using GanSweep.Gan.Configurations;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Tests.Definitions;

/// <summary>Whatever the text, it is a sweep or a <see cref="InvalidSettingsException"/>, soon.</summary>
public sealed class HostileJsonTests
{
    private static readonly string[] Keys =
    [
        "$schema", "name", "dataset", "seed", "replicates", "strategy", "config", "space", "ranking", "weights", "keepBest", "maxAttempts",
        "evaluationRows", "meanGap", "jsEstimate", .. GanKeys.Model.Names, "", "x", "\\ud800", "\\u0000", "\\u2028",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-0.0", "1", "64", "0.1", "1e-400", "1e999", "-1e999", "123456789012345678901234567890", "9007199254740993", "1.5",
        "\"\"", "\"a\"", "\"minimax\"", "\"wassersteinGp\"", "\"grid\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"é€😀\"", "NaN", "Infinity", "'x'", "undefined",
    ];

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, json) => depth > 4
        ? Any(Scalars)
        : Gen.Frequency(
            (3, Any(Scalars)),
            (2, json.Array[0, 4].Select(elements => $"[{string.Join(',', elements)}]")),
            (4, Gen.Select(Any(Keys), json).Array[0, 6]
                .Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"))));

    [Fact]
    public void Parse_AnyJson_IsASweepOrSaysWhyNot()
    {
        Json.Sample(AssertAnswer, iter: 7_000);
    }

    [Fact]
    public void Parse_AnySweepWithAnyValueAnywhere_IsASweepOrSaysWhyNot()
    {
        Gen.Select(Any(Keys), Json, Any("", "config", "space", "ranking"))
            .Select((key, value, section) => section.Length == 0
                ? $$"""{"name":"a","dataset":"t.csv","{{key}}":{{value}}}"""
                : $$"""{"name":"a","dataset":"t.csv","{{section}}":{ "{{key}}":{{value}} } }""")
            .Sample(AssertAnswer, iter: 7_000);
    }

    [Fact]
    public void Parse_AnyCharacters_SaysWhyNot()
    {
        Gen.String.Sample(AssertAnswer);
    }

    [Fact]
    public void Parse_AnyDamagedSweep_IsASweepOrSaysWhyNot()
    {
        Gen.Select(SampleSweep.Gen, Gen.Int[0, 10_000], Gen.Char).Select((sweep, position, character) =>
        {
            var text = new StringBuilder(sweep.OtherText);
            text[position % text.Length] = character;
            return text.ToString();
        }).Sample(AssertAnswer);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"space\":")]
    [InlineData("{\"a\":[")]
    public void Parse_DeepNesting_IsNoValidJson(string opening)
    {
        string text = string.Concat(Enumerable.Repeat(opening, 100_000));

        var exception = Assert.Throws<InvalidSettingsException>(() => TestModels.Parse(text));

        Assert.Contains("depth of 64", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LongestTextAllowed_IsReadAndOneByteMoreIsNot()
    {
        const string Sweep = """{ "name": "a", "dataset": "t.csv" }""";
        string longest = Sweep + new string(' ', SweepDefinition.MaximumTextBytes - Sweep.Length);

        Assert.Equal("a", TestModels.Parse(longest).Name);
        AssertTooLong(longest + " ");
        AssertTooLong(longest[..^1] + "é");
        AssertTooLong(new string(' ', 3 * SweepDefinition.MaximumTextBytes) + "x");
    }

    [Fact]
    public void Parse_HundredThousandsOfErrors_StopsAfterAHundred()
    {
        string text = $$"""{ "name": "a", "dataset": "t.csv", "space": { "epochs": [{{string.Join(',', Enumerable.Repeat("0", 400_000))}}] } }""";

        var exception = Assert.Throws<InvalidSettingsException>(() => TestModels.Parse(text));

        Assert.Equal(101, exception.Errors.Length);
        Assert.Equal(new SettingError("$", "reading stopped after 100 errors; there are more."), exception.Errors[^1]);
    }

    [Fact]
    public void Parse_LongKeysAndNumbers_AreShownShort()
    {
        string text = $$"""{ "{{new string('k', 300_000)}}": 1, "name": "{{new string('n', 300_000)}}", "dataset": "t.csv", "seed": {{new string('9', 300_000)}} }""";

        var exception = Assert.Throws<InvalidSettingsException>(() => TestModels.Parse(text));

        Assert.Equal(3, exception.Errors.Length);
        Assert.All(exception.Errors, error => Assert.InRange(error.ToString().Length, 1, 300));
    }

    private static Gen<string> Any(params string[] texts)
    {
        return Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
    }

    private static void AssertTooLong(string text)
    {
        var exception = Assert.Throws<InvalidSettingsException>(() => TestModels.Parse(text));
        Assert.Equal("$: the text is longer than 1,048,576 bytes (1 MiB).", exception.Message);
    }

    private static void AssertAnswer(string json)
    {
        try
        {
            Assert.InRange(TestModels.Parse(json).RunCount, 1, SweepDefinition.MaximumRuns);
        }
        catch (InvalidSettingsException exception)
        {
            Assert.NotEmpty(exception.Errors);
            Assert.All(exception.Errors, error => Assert.DoesNotContain('\n', error.ToString()));
        }
    }
}
