using GanSweep.Tables;
using GanSweep.Tables.Sequences;
using GanSweep.Training.Generators;

namespace GanSweep.Training.Tests.Generators;

public sealed class GeneratorPathsTests
{
    private static readonly byte[] Valid = GeneratorFileWriter.Write(SampleGenerator.CreatePaths());
    private static readonly string Json = ForgedFile.JsonOf(Valid);
    private static readonly byte[] Tensors = ForgedFile.TensorsOf(Valid);

    [Fact]
    public void Write_WhatWasRead_IsTheSameFileOfFormatFive()
    {
        TrainedGenerator generator = GeneratorFileReader.Read(Valid, "g.zip", SampleGenerator.Families);

        Assert.Equal(Valid, GeneratorFileWriter.Write(generator));
        Assert.StartsWith("{\n  \"formatVersion\": 5,", Json, StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"formatVersion\": 4,", ForgedFile.JsonOf(GeneratorFileWriter.Write(SampleGenerator.Create())), StringComparison.Ordinal);
        Assert.Equal(["Bern", "Oslo"], generator.Paths!.Groups.Select(group => group.Name));
    }

    [Theory]
    [InlineData("paths.window", "0", "$.paths.window: it is from 1 to 10000.")]
    [InlineData("paths.window", "1000000000", "$.paths.window: it is from 1 to 10000.")]
    [InlineData("paths.window", "30", "$.paths.history.pasts: its means and deviations are 24 numbers each.")]
    [InlineData("paths.by", "\"sold\"", "$.paths.by: it is \"row\", or the column of a rule \"clock\".")]
    [InlineData("paths.lowest", "[0]", "$.paths.lowest: it and highest have 3 numbers, one for each that a model sees of a row.")]
    [InlineData("paths.lowest", "[0, 0, 1e9]", "$.paths.lowest: none is above that of highest.")]
    [InlineData("paths.history.pasts.deviations", "[1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1]", "$.paths.history.pasts: its deviations are above 0.")]
    [InlineData("paths.history.contexts.means", "[0, 0, 0]", "$.paths.history.contexts: its means and deviations are 4 numbers each.")]
    [InlineData("paths.history.contexts.deviations", "[1, 1, 0, 1]", "$.paths.history.contexts: its deviations are above 0.")]
    [InlineData("paths.history.forecast.means", "[0, 0]", "$.paths.history.forecast: its means and scales have coefficients for each amount")]
    [InlineData("paths.history.forecast.shares", "[1e30, 0, 0, 0, 0, 1, 0, 0, 0, 0]", "$.paths.history.forecast: its means and scales have coefficients for each amount")]
    [InlineData("paths.group", "\"sold\"", "$.paths.group: it names a column of words that is learnt.")]
    [InlineData("paths.group", null, "$.paths.groups: there are some where there is a group, and only there.")]
    [InlineData("paths.groups.0.name", "\"Rom\"", "$.paths.groups: each has a word of the group's column of its own, and a share above 0.")]
    [InlineData("paths.groups.0.name", "\"Oslo\"", "$.paths.groups: each has a word of the group's column of its own, and a share above 0.")]
    [InlineData("paths.groups.0.share", "0.25", "$.paths.groups: their shares make 1.")]
    [InlineData("transform.rules.0.period", "-1", "The steps of column \"day\" are not those of a fit.")]
    [InlineData("transform.rules.0.any.steps", "[-1, 3]", "The steps of column \"day\" are not those of a fit.")]
    public void Read_OfWhatNoTrainingGives_IsRefused(string member, string? raw, string message)
    {
        byte[] forged = ForgedFile.Zip(ForgedJson.With(Json, (member, raw)), Tensors);

        GeneratorFileException refusal = Assert.Throws<GeneratorFileException>(() => GeneratorFileReader.Read(forged, "g.zip", SampleGenerator.Families));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawSeries_OfAFileWithKeys_NumbersItsSeriesBeforeTheOtherColumns()
    {
        TrainedGenerator generator = GeneratorFileReader.Read(Valid, "g.zip", SampleGenerator.Families);

        Table drawn = Assert.Single(PathSampler.DrawSeries(generator, 3, 4, seed: 1));

        Assert.Equal(["series", "day", "shop", "sold"], drawn.ColumnNames);
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3], drawn.Column(0).ToArray());
    }

    [Theory]
    [InlineData("Bern", 0)]
    [InlineData("Oslo", 1)]
    public void DrawPaths_OfASeries_AreItsPathsAloneAndTheSameHoweverMany(string shop, double level)
    {
        TrainedGenerator generator = GeneratorFileReader.Read(Valid, "g.zip", SampleGenerator.Families);

        double[][] few = PathSampler.DrawPaths(generator, 2, 3, seed: 1, shop, ["shop", "sold"]);
        double[][] many = PathSampler.DrawPaths(generator, 5, 7, seed: 1, shop, ["sold"]);

        Assert.All(few[0], value => Assert.Equal(level, value));
        Assert.Equal(few[1], many[0][..3].Concat(many[0][7..10]));
        Assert.Equal(5, many[0].Chunk(7).Select(path => string.Join(' ', path)).Distinct().Count());
        Assert.NotEqual(few[1], PathSampler.DrawPaths(generator, 2, 3, seed: 2, shop, ["sold"])[0]);
    }

    // Bern's rows in paths of equal lengths, then Oslo's; more rows than are drawn at once.
    [Fact]
    public void DrawSideBySide_OfSeveralSeries_HasPathsOfEachByItsShare()
    {
        TrainedGenerator generator = GeneratorFileReader.Read(Valid, "g.zip", SampleGenerator.Families);
        int bern = (int)Math.Round(generator.Paths!.Groups[0].Share * 10_001);

        SequencedTable drawn = PathSampler.DrawSideBySide(generator, 10_001, seed: 1);

        Assert.Equal(["day", "shop", "sold"], drawn.Table.ColumnNames);
        Assert.Equal(10_001, drawn.Table.RowCount);
        Assert.All(drawn.Lengths, length => Assert.InRange(length, 1_000, 2_048));
        int[] shops = [.. drawn.Series.Select(path => (int)Assert.Single(drawn.Table.Column(1)[path].ToArray().Distinct()))];
        Assert.Equal(shops.Order(), shops);
        Assert.Equal(bern, drawn.Series.Zip(shops).Where(path => path.Second == 0).Sum(path => path.First.End.Value - path.First.Start.Value));
        Assert.Equal(drawn.Table.Column(2).ToArray(), PathSampler.DrawSideBySide(generator, 10_001, seed: 1).Table.Column(2).ToArray());

        // The first is the path that is drawn of its series alone.
        Assert.Equal(PathSampler.DrawPaths(generator, 1, drawn.Lengths[0], seed: 1, "Bern", ["sold"])[0], drawn.Table.Column(2)[..drawn.Lengths[0]].ToArray());
    }
}
