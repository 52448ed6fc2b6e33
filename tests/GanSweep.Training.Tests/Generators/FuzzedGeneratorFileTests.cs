using System.Text.Json;
using CsCheck;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;

namespace GanSweep.Training.Tests.Generators;

/// <summary>Files of every kind of transform, changed at random: whatever they say, they are refused by the one exception, or rows can be drawn and written.</summary>
public sealed class FuzzedGeneratorFileTests
{
    private static readonly ValidFile[] Files = [.. Enum.GetValues<TransformKind>().Select(ValidFile.Of)];

    private static readonly string?[] Odd =
    [
        null, "null", "true", "{}", "[]", "[null]", "0", "-1", "1.5", "1e308", "-1e308", "5e-324", "1e999", "64", "9223372036854775807", "\"\"", "\" \"", "\"\\ud800\"", "\"number, date\"",
        "\"standard, quantile\"", "\"=1+1\"", "{ \"a\": 1, \"a\": 2 }", new string('[', 100), "\"%\"", "\"\\t\"", "\"\\u202e\"",
    ];

    private static readonly Gen<string?> Anything = Gen.OneOf(
        Gen.Int[0, Odd.Length - 1].Select(number => Odd[number]),
        Gen.Int.Select<int, string?>(number => $"{number}"),
        Gen.Double.Where(double.IsFinite).Select<double, string?>(number => $"{number:R}"),
        Gen.String.Select<string, string?>(text => JsonSerializer.Serialize(text)));

    // What is written in a member's place: anything, or what another member of its name says, which is of its form but does not belong there.
    private static readonly Gen<(int Path, int Like, string? Raw)> Change = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[-1000, 1000], Anything);

    [Fact]
    public async Task Read_SomeMembersReplaced_IsRefusedOrCanBeUsed()
    {
        const int Times = 500;
        int used = 0;
        await Gen.Select(Gen.Int[0, Files.Length - 1], Change.Array[1, 2]).SampleAsync(
            async (number, changes) => used += await ForgedUse.TryAsync(ForgedFile.Zip(Files[number].With(changes), Files[number].Tensors)) ? 1 : 0,
            iter: Times,
            threads: 1,
            print: drawn => Files[drawn.Item1].Describe(drawn.Item2));

        Assert.InRange(used, Times / 20, Times * 19 / 20);
    }

    [Theory]
    [InlineData(0f, float.MaxValue)]
    [InlineData(float.MaxValue, float.MaxValue)]
    [InlineData(float.MinValue, float.MaxValue)]
    [InlineData(float.MinValue, 0f)]
    [InlineData(0f, 0f)]
    public async Task Draw_WeightsBeyondAllMeasure_GivesRowsThatCanBeUsed(float mean, float scale)
    {
        foreach (TransformKind kind in Enum.GetValues<TransformKind>())
        {
            TrainedGenerator generator = SampleGenerator.CreateMixed(kind);
            int features = generator.Transform.Features.Count;

            Assert.True(await ForgedUse.TryAsync(GeneratorFileWriter.Write(
                generator with { Weights = [.. Enumerable.Repeat(mean, features), .. Enumerable.Repeat(scale, features)] })));
        }
    }

    /// <summary>A valid file taken apart.</summary>
    private sealed record ValidFile(string Json, byte[] Tensors)
    {
        private readonly string[] _paths = [.. ForgedJson.Paths(Json)];

        public static ValidFile Of(TransformKind kind)
        {
            byte[] file = GeneratorFileWriter.Write(SampleGenerator.CreateMixed(kind));
            return new ValidFile(ForgedFile.JsonOf(file), ForgedFile.TensorsOf(file));
        }

        public string With((int Path, int Like, string? Raw)[] changes)
        {
            return ForgedJson.With(Json, changes.Select(Change));
        }

        public string Describe((int Path, int Like, string? Raw)[] changes)
        {
            return string.Join("; ", changes.Select(Change));
        }

        private (string Path, string? Raw) Change((int Path, int Like, string? Raw) change)
        {
            string path = _paths[change.Path % _paths.Length];
            string name = path[(path.LastIndexOf('.') + 1)..];
            string[] others = change.Like < 0 ? [] : [.. _paths.Where(other => other != path && other.EndsWith(name, StringComparison.Ordinal))];
            return (path, others.Length == 0 ? change.Raw : ForgedJson.Of(Json, others[change.Like % others.Length]));
        }
    }
}
