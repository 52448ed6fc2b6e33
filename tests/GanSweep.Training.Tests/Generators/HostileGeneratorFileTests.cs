using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;
using GanSweep.Training.Safetensors;

namespace GanSweep.Training.Tests.Generators;

public sealed class HostileGeneratorFileTests
{
    private static readonly byte[] Valid = GeneratorFileWriter.Write(SampleGenerator.Create(TransformKind.MinMax));
    private static readonly string Json = ForgedFile.JsonOf(Valid);
    private static readonly byte[] Tensors = ForgedFile.TensorsOf(Valid);

    [Fact]
    public void Read_NoZip_NamesTheFileAndSaysWhatToDo()
    {
        GeneratorFileException exception = Refused(Encoding.UTF8.GetBytes("DAX,SMI\n1,2\n"));

        Assert.Equal("g.zip", exception.FileName);
        Assert.StartsWith("g.zip is not a generator that can be used: ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Download it from its sweep again.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../generator.json", "generator.safetensors")]
    [InlineData("/generator.json", "generator.safetensors")]
    [InlineData("generator.json", "generator.json")]
    [InlineData("generator.json", "generator.safetensors", "run.sh")]
    [InlineData("generator.json")]
    [InlineData]
    public void Read_OtherEntries_AreRefused(params string[] names)
    {
        Assert.Contains($"it has {names.Length} entries", Refused(ForgedFile.Zip([.. names.Select(name => (name, Tensors))])).Message, StringComparison.Ordinal);
    }

    // A half of a surrogate pair, escaped: it shows only when the name is looked at.
    [Fact]
    public void Read_ANameThatIsNoText_IsRefused()
    {
        Assert.Contains("not Unicode", Refused(ForgedFile.Zip("""{ "\ud800 and a long name": 1, "formatVersion": 4 }""", Tensors)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SomethingAppended_IsRefused()
    {
        Assert.Contains("something appended", Refused([.. Valid, .. "PK"u8]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyEntries_AreRefusedWithoutBeingListed()
    {
        byte[] many = ForgedFile.Zip([.. Enumerable.Range(0, 2_000).Select(entry => ($"{entry}", Array.Empty<byte>()))]);

        Assert.Contains("does not end like a zip of two files", Refused(many).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EntryLargerThanAllowed_IsRefusedBeforeItIsRead()
    {
        byte[] bomb = ForgedFile.Zip(("generator.json", new byte[GeneratorArchive.MaximumJsonLength + 1]), ("generator.safetensors", Tensors));

        long before = GC.GetAllocatedBytesForCurrentThread();
        GeneratorFileException exception = Refused(bomb);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Contains("at most 67,108,864 are read", exception.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 1 << 20);
    }

    [Fact]
    public void Read_EntryLargerThanDeclared_IsRefusedOnceItIsMoreThanDeclared()
    {
        byte[] bomb = ForgedFile.Zip(("generator.json", new byte[50 << 20]), ("generator.safetensors", Tensors));
        int directory = bomb.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bomb.AsSpan(directory + 24), 10);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bomb);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Read_WeightsThatAreNotThoseOfTheJson_AreRefused()
    {
        byte[] other = [.. Tensors];
        other[^1] ^= 1;

        Assert.Contains("SHA-256", Refused(ForgedFile.Zip(Json, other)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"formatVersion\": 4", "\"formatVersion\": 6", "made by a newer GanSweep: it has format version 6, this one reads 5. Update GanSweep.")]
    [InlineData("\"formatVersion\": 4", "\"formatVersion\": 1", "format version 1; those from 2 to 5 are read")]
    [InlineData("\"formatVersion\": 4", "\"formatVersion\": \"4\"", "format version (none)")]
    [InlineData("\"formatVersion\": 4,", "", "format version (none)")]
    [InlineData("\"bestEpoch\": 30,", "", "bestEpoch")]
    [InlineData("\"bestEpoch\": 30,", "\"bestEpoch\": 30, \"bestEpoch\": 31,", "bestEpoch")]
    [InlineData("\"bestEpoch\": 30,", "\"bestEpoch\": 30, \"author\": \"me\",", "author")]
    [InlineData("\"epochs\": 40,", "\"epoch\": 40,", "$.configuration.epoch: unknown key")]
    [InlineData("\"epochs\": 40,", "\"epochs\": 40, \"epochs\": 41,", "epochs")]
    [InlineData("\"epochs\": 40,", "\"epochs\": null,", "$.configuration.epochs: null is not")]
    [InlineData("\"epochs\": 40,", "\"epochs\": 1e999,", "epochs")]
    [InlineData("\"total\": 0.42", "\"total\": 1e999", "$.scores.total")]
    [InlineData("\"total\": 0.42", "\"total\": null", "$.scores.total")]
    [InlineData("\"transform\": \"minMax\"", "\"transform\": \"x\"", "$.configuration.transform")]
    [InlineData("\"epochs\": 40,", "\"model\": \"flow\", \"epochs\": 40,", "$.configuration.model: \"flow\" is not \"normal\"")]
    [InlineData("\"columns\": 3", "\"columns\": 4", "$.architecture.columns: it is not that of the configuration and the columns")]
    [InlineData("\"columns\": 3", "\"columns\": 1e99999999999", "$.architecture.columns")]
    [InlineData("\"kind\": \"normal\"", "\"kind\": \"\\ud800\"", "$.architecture.kind")]
    [InlineData("\"order\": [0, 1]", "\"order\": [1, 0]", "$.architecture.order: it is not that of the configuration")]
    [InlineData("\"order\": [0, 1]", "\"order\": [0, 1e99]", "$.architecture.order")]
    [InlineData("\"order\": [0, 1]", "\"order\": null", "$.architecture.order")]
    [InlineData("\"columns\": 3,", "", "$.architecture.columns")]
    [InlineData("\"architecture\": {", "\"architecture\": 1, \"x\": {", "x")]
    [InlineData("\"columns\": 3", "\"columns\": 3, \"bias\": true", "$.architecture: it is not that")]
    [InlineData("\"clip\": false", "\"clip\": true", "$.transform: its kind and clip are not those of $.configuration")]
    [InlineData("\"transform\": \"minMax\"", "\"transform\": \"standard\"", "$.transform: its kind and clip are not those of $.configuration")]
    [InlineData("\"total\": 0.42", "\"total\": null", "$.scores.total: a number is expected")]
    [InlineData("\"meanGap\": 0.1", "\"meanGip\": 0.1", "$.scores.meanGip: there is no such score")]
    [InlineData("\"parameters\": \"affine\"", "\"parameters\": \"identity\"", "$.transform.columns[0]")]
    [InlineData("\"parameters\": \"affine\"", "\"parameters\": \"System.IO.FileInfo\"", "$.transform.columns[0]")]
    [InlineData("\"scale\": ", "\"scale\": -", "its scale")]
    [InlineData("\"levels\": [1, 2, 3]", "\"levels\": [1, 2]", "its levels")]
    [InlineData("\"levels\": [1, 2, 3]", "\"levels\": [1, 1e999, 3]", "levels")]
    [InlineData("\"whole\": true,", "", "whole")]
    [InlineData("Zählung", "constant", "given twice")]
    [InlineData("\"file\": \"generator.safetensors\"", "\"file\": \"../x\"", "../x")]
    public void Read_ChangedJson_IsRefusedWithItsReason(string valid, string changed, string reason)
    {
        Assert.Contains(valid, Json, StringComparison.Ordinal);
        int at = Json.IndexOf(valid, StringComparison.Ordinal);

        GeneratorFileException exception = Refused(ForgedFile.Zip(Json[..at] + changed + Json[(at + valid.Length)..], Tensors));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"formatVersion\": 1")]
    [InlineData("{\"formatVersion\": 1}")]
    [InlineData("\u0000")]
    public void Read_OtherJson_IsRefused(string json)
    {
        Refused(ForgedFile.Zip(json, Tensors));
    }

    [Fact]
    public void Read_ColumnThatIsNull_IsRefused()
    {
        int start = Json.IndexOf("\"columns\": [", StringComparison.Ordinal);

        Refused(ForgedFile.Zip(Json[..start] + "\"columns\": [null]}}", Tensors));
    }

    [Fact]
    public void Read_ShapesThatDisagreeWithTheArchitecture_AreRefused()
    {
        NamedTensor[] tensors = [.. SafetensorsFile.Read(Tensors)];
        tensors[1] = tensors[1] with { Shape = [.. tensors[1].Shape.Reverse()] };

        Assert.Contains("scales\" has the shape [1, 3]; the architecture says [3, 1]", Refused(WithTensors(tensors)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TensorsOfOtherNames_AreRefused()
    {
        NamedTensor[] tensors = [.. SafetensorsFile.Read(Tensors)];
        tensors[1] = tensors[1] with { Name = "scale" };

        Assert.Contains("no tensor \"scales\"", Refused(WithTensors(tensors)).Message, StringComparison.Ordinal);
        Assert.Contains("There are 1 tensors; the architecture has 2.", Refused(WithTensors(tensors[..1])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Read_WeightThatIsNotFinite_IsRefused(float weight)
    {
        NamedTensor[] tensors = [.. SafetensorsFile.Read(Tensors)];
        tensors[1].Values[2] = weight;

        Assert.Contains("Tensor \"scales\" has a weight that is not a finite number", Refused(WithTensors(tensors)).Message, StringComparison.Ordinal);
    }

    private static GeneratorFileException Refused(byte[] file)
    {
        return Assert.Throws<GeneratorFileException>(() => GeneratorFileReader.Read(file, "g.zip", SampleGenerator.Families));
    }

    // The JSON with the length and the hash of other tensors, as one who forges a file would write them.
    private static byte[] WithTensors(NamedTensor[] tensors)
    {
        byte[] bytes = SafetensorsFile.Write(tensors);
        return ForgedFile.Zip(
            Json.Replace(Hash(Tensors), Hash(bytes), StringComparison.Ordinal)
                .Replace($"\"length\": {Tensors.Length}", $"\"length\": {bytes.Length}", StringComparison.Ordinal),
            bytes);
    }

    private static string Hash(byte[] bytes)
    {
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
