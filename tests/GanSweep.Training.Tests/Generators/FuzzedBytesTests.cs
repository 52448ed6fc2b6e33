using System.Text;
using GanSweep.Fuzzing;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;

namespace GanSweep.Training.Tests.Generators;

/// <summary>Generator files whose bytes are changed at random, outside and inside of what packs them: refused by the one exception, or rows can be drawn.</summary>
public sealed class FuzzedBytesTests
{
    private const long MostAllocated = 256 << 20;

    private static readonly byte[][] Files = [.. Enum.GetValues<TransformKind>().Select(kind => GeneratorFileWriter.Write(SampleGenerator.CreateMixed(kind)))];

    private static readonly byte[][] Words =
    [
        .. ((string[])
        [
            "PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "generator.json", "../", "\"", "{", "}", "[", "]", ",", "null", "1e999", "-1", "\\ud800", "\"F32\"", "\"F64\"", "\"data_offsets\":[0,8]",
            "\"shape\":[-1]", "\"shape\":[2147483647,2147483647]", "__metadata__",
        ]).Select(Encoding.Latin1.GetBytes),
    ];

    [Fact]
    public async Task Read_FileChangedAtRandom_IsRefusedOrCanBeUsed()
    {
        // Nearly all are refused: checksums cover all but the times of a zip.
        await Fuzz.PlayAsync(new Mutator(Files, Words).Of, cases: 500, MostAllocated, file => IsUsed(file));
    }

    [Fact]
    public async Task Read_TensorsChangedAtRandom_IsRefused()
    {
        string json = ForgedFile.JsonOf(Files[0]);
        int taken = await Fuzz.PlayAsync(new Mutator([ForgedFile.TensorsOf(Files[0])], Words).Of, cases: 500, MostAllocated, tensors => IsUsed(ForgedFile.Zip(json, tensors)));

        // The JSON has their SHA-256.
        Assert.Equal(0, taken);
    }

    [Fact]
    public async Task Read_JsonChangedAtRandom_IsRefusedOrCanBeUsed()
    {
        byte[] tensors = ForgedFile.TensorsOf(Files[0]);
        int taken = await Fuzz.PlayAsync(new Mutator([Encoding.UTF8.GetBytes(ForgedFile.JsonOf(Files[0]))], Words).Of, cases: 500, MostAllocated, json =>
            IsUsed(ForgedFile.Zip(("generator.json", json), ("generator.safetensors", tensors))));

        Assert.NotEqual(0, taken);
    }

    private static bool IsUsed(byte[] file)
    {
#pragma warning disable VSTHRD002 // What it awaits goes to memory: it has ended when it returns, and on the thread whose memory is counted.
        return ForgedUse.TryAsync(file).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }
}
