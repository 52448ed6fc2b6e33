using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Training.Generators;

namespace GanSweep.Gan.Tests.GeneratorFiles;

public sealed class KeptFormatsTests
{
    // What the version that wrote the file drew from it: whole numbers within the range, and not levels alone.
    private static readonly double[] Codes = [9, 1, 1, 2, 1, 7, 9, 1, 9, 2, 8, 3];

    private static readonly double[] Prices =
    [
        5.238984576731474, 2.2288698867030425, -0.11212500600606834, 2.474983184253304, -1.7514690419202505, 4.889142119245545, 4.207163592187996,
        2.8146885068220313, 5.686215207133653, 3.2400046583771855, 4.561424046835086, 3.9830769480895007,
    ];

    [Fact]
    public void Draw_FromFormat2_GivesTheRowsItGaveWhenItWasWritten()
    {
        AssertKeptRows(KeptFormats.ReadFormat2());
    }

    [Fact]
    public void Write_OfFormat2_GivesACurrentFileThatDrawsTheSameRows()
    {
        AssertKeptRows(GeneratorFileReader.Read(GeneratorFileWriter.Write(KeptFormats.ReadFormat2()), "g.zip", SampleGenerator.Families));
    }

    [Fact]
    public void Draw_FromFormat3_GivesTheRowsItGaveWhenItWasWritten()
    {
        TrainedGenerator read = KeptFormats.ReadFormat3();
        foreach (TrainedGenerator generator in (TrainedGenerator[])[read, GeneratorFileReader.Read(GeneratorFileWriter.Write(read), "g.zip", SampleGenerator.Families)])
        {
            Table drawn = Assert.Single(RowSampler.Draw(generator, 4, seed: 1));

            Assert.Equal("engine-7", generator.EngineVersion);
            Assert.All(drawn.Schema, column => Assert.Equal(ColumnKind.Number, column.Kind));
            Assert.Equal([0.0026759639483930242, 0.00885220452922292, 0.005785818630062264, 0.0008853451414273257], drawn.Column(0).ToArray());
            Assert.Equal([1, 5, 4, 1], drawn.Column(1).ToArray());
            Assert.Equal([1, 1, 1, 1], drawn.Column(2).ToArray());
            Assert.Equal([7, 7, 7, 7], drawn.Column(3).ToArray());
        }
    }

    private static void AssertKeptRows(TrainedGenerator generator)
    {
        Table drawn = Assert.Single(RowSampler.Draw(generator, Codes.Length, seed: 7));

        Assert.Equal("engine-3-avx512", generator.EngineVersion);
        Assert.Equal(["code", "price"], drawn.ColumnNames);
        Assert.Equal(Codes, drawn.Column(0).ToArray());

        // Products of single precision are rounded as the processor's instructions do it.
        Assert.All(Prices.Zip(drawn.Column(1).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }
}
