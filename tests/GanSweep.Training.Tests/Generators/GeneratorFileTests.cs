using System.IO.Compression;
using CsCheck;
using GanSweep.Evaluation.Scoring;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;

namespace GanSweep.Training.Tests.Generators;

public sealed class GeneratorFileTests
{
    [Theory]
    [InlineData(TransformKind.None, false)]
    [InlineData(TransformKind.Standard, true)]
    [InlineData(TransformKind.MinMax, false)]
    [InlineData(TransformKind.Log, false)]
    [InlineData(TransformKind.Quantile, false)]
    [InlineData(TransformKind.Quantile, true)]
    public void Read_WhatWasWritten_IsTheSameGenerator(TransformKind kind, bool clip)
    {
        TrainedGenerator written = SampleGenerator.Create(kind, clip);

        TrainedGenerator read = GeneratorFileReader.Read(GeneratorFileWriter.Write(written), "g.zip", SampleGenerator.Families);

        Assert.Equal((written.Family, written.Configuration), (read.Family, read.Configuration));
        Assert.Equal(written.Weights, read.Weights);
        Assert.Equivalent(written.Transform, read.Transform, strict: true);
        Assert.Equal(
            (written.Seed, written.Scores, written.BestEpoch, written.RunKey, written.SweepId, written.DatasetHash, written.EngineVersion),
            (read.Seed, read.Scores, read.BestEpoch, read.RunKey, read.SweepId, read.DatasetHash, read.EngineVersion));
        Assert.Equal(GeneratorFileWriter.Write(written), GeneratorFileWriter.Write(read));
    }

    [Fact]
    public void IsMeant_OfAFile_IsSeenByItsBeginning()
    {
        byte[] file = GeneratorFileWriter.Write(SampleGenerator.Create());
        using MemoryStream whole = new(file);
        using MemoryStream cutOff = new(file[..100]);
        using MemoryStream other = new();
        using (ZipArchive zip = new(other, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("rows.csv");
        }

        Assert.True(GeneratorFileReader.IsMeant(whole));
        Assert.Equal(0, whole.Position);
        Assert.True(GeneratorFileReader.IsMeant(cutOff));
        Assert.False(GeneratorFileReader.IsMeant(other));
        Assert.False(GeneratorFileReader.IsMeant(new MemoryStream("a,b"u8.ToArray())));
        Assert.False(GeneratorFileReader.IsMeant(Stream.Null));
    }

    [Fact]
    public void Write_AnyTime_GivesTwoEntriesWithoutATime()
    {
        using ZipArchive zip = new(new MemoryStream(GeneratorFileWriter.Write(SampleGenerator.Create())));

        Assert.Equal(["generator.json", "generator.safetensors"], zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Write_WeightsOfAnotherShape_Throws()
    {
        TrainedGenerator generator = SampleGenerator.Create();

        ArgumentException exception = Assert.Throws<ArgumentException>(() => GeneratorFileWriter.Write(
            generator with { Weights = [1, 2, 3, 4, 5, 6, 7] }));

        Assert.Contains("There are 7 weights; those of the configuration are means [3], scales [3, 1].", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AWeightThatIsNotFinite_Throws()
    {
        TrainedGenerator generator = SampleGenerator.Create();

        ArgumentException exception = Assert.Throws<ArgumentException>(() => GeneratorFileWriter.Write(generator with { Weights = [1, 2, 3, 4, float.NaN, 6] }));

        Assert.Contains("Tensor \"scales\" has a weight that is not a finite number", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_MoreThanCanBeReadBack_Throws()
    {
        Assert.Contains(
            "at most 67,108,864 and 268,435,456 can be read back",
            Assert.Throws<ArgumentException>(() => GeneratorArchive.Write(new byte[GeneratorArchive.MaximumJsonLength + 1], [])).Message,
            StringComparison.Ordinal);
        Assert.NotEmpty(GeneratorArchive.Write(new byte[GeneratorArchive.MaximumJsonLength], [1]));
    }

    [Fact]
    public void Read_AFileOfAnEarlierVersion_LacksWhatWasNotKnownThen()
    {
        TrainedGenerator written = SampleGenerator.Create();
        using ZipArchive zip = new(new MemoryStream(GeneratorFileWriter.Write(written)));
        using StreamReader reader = new(zip.GetEntry("generator.json")!.Open());
        using MemoryStream tensors = new();
        using (Stream entry = zip.GetEntry("generator.safetensors")!.Open())
        {
            entry.CopyTo(tensors);
        }

        string json = reader.ReadToEnd()
            .Replace("\"jointDistance\": null,", "", StringComparison.Ordinal)
            .Replace("\"learningRate\": 0.1,", "", StringComparison.Ordinal)
            .Replace("\"formatVersion\": 4", "\"formatVersion\": 2", StringComparison.Ordinal);

        TrainedGenerator read = GeneratorFileReader.Read(
            GeneratorArchive.Write(System.Text.Encoding.UTF8.GetBytes(json), tensors.ToArray()), "g.zip", SampleGenerator.Families);

        Assert.Equal((written.Configuration, written.Scores), (read.Configuration, read.Scores));
    }

    [Fact]
    public void Write_ScoreThatIsNotFinite_Throws()
    {
        TrainedGenerator generator = SampleGenerator.Create();

        Assert.Throws<ArgumentException>(() => GeneratorFileWriter.Write(generator with { Scores = generator.Scores.With(Score.Total, double.NaN) }));
    }

    [Fact]
    public void Read_AnyByteChanged_ThrowsOrIsTheSameGenerator()
    {
        byte[] valid = GeneratorFileWriter.Write(SampleGenerator.Create(rows: 8));

        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, flip) =>
            {
                byte[] broken = [.. valid];
                broken[at] ^= flip;
                return IsRefusedOrTheSame(broken, valid);
            },
            iter: 3_000, threads: 1);
    }

    [Fact]
    public void Read_ManyBytesChanged_ThrowsOrIsTheSameGenerator()
    {
        byte[] valid = GeneratorFileWriter.Write(SampleGenerator.Create(rows: 8));

        // Most near the end, where the directory of a zip is.
        Gen<int> anywhere = Gen.OneOf(Gen.Int[0, valid.Length - 1], Gen.Int[valid.Length - 200, valid.Length - 1]);
        Gen.Select(anywhere, Gen.Byte).Array[1, 6].Sample(
            changes =>
            {
                byte[] broken = [.. valid];
                foreach ((int at, byte value) in changes)
                {
                    broken[at] = value;
                }

                return IsRefusedOrTheSame(broken, valid);
            },
            iter: 3_000, threads: 1);
    }

    [Fact]
    public void Read_Truncated_Throws()
    {
        byte[] valid = GeneratorFileWriter.Write(SampleGenerator.Create(rows: 8));

        Gen.Int[0, valid.Length - 1].Sample(length => IsRefusedOrTheSame(valid[..length], valid), iter: 500, threads: 1);
        Assert.Throws<GeneratorFileException>(() => GeneratorFileReader.Read(valid.AsMemory(..^1), "g.zip", SampleGenerator.Families));
    }

    private static bool IsRefusedOrTheSame(byte[] broken, byte[] valid)
    {
        try
        {
            return GeneratorFileWriter.Write(GeneratorFileReader.Read(broken, "g.zip", SampleGenerator.Families)).AsSpan().SequenceEqual(valid);
        }
        catch (GeneratorFileException exception)
        {
            return exception.Message.StartsWith("g.zip ", StringComparison.Ordinal);
        }
    }
}
