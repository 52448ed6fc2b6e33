using System.Globalization;
using System.IO.Compression;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Tests.Training;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;
using GanSweep.Training.Tasks;

namespace GanSweep.Gan.Tests.GeneratorFiles;

/// <summary>What the file of a trained generator says of values that few rows have.</summary>
public sealed class RareValuesTests
{
    private static readonly Table Real = MakeTable();
    private static readonly Scores SecondSample = YardstickEstimator.SecondSample(Real, CancellationToken.None);

    // Two amounts for each row, a word and a place in the rows of three people, and the first and the last day.
    private static readonly string[] Rare =
        [.. Real.Column(0).ToArray().Select(amount => amount.ToString("R", CultureInfo.InvariantCulture)), "Zanzibar", "Ultima Thule", "10987", "19999"];

    [Theory]
    [InlineData(TransformKind.Quantile)]
    [InlineData(TransformKind.Standard)]
    [InlineData(TransformKind.MinMax)]
    public void Train_AsByDefault_WritesNoValueThatFewerThanFiveRowsHave(TransformKind transform)
    {
        string file = FileOf(TinyTask.Configuration with { Transform = transform });

        Assert.DoesNotContain(Rare, value => file.Contains(value, StringComparison.Ordinal));
        Assert.Contains("Bern", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithExactValues_WritesThemAll()
    {
        string file = FileOf(TinyTask.Configuration with { ExactValues = true, Transform = TransformKind.Quantile });

        Assert.All(Rare, value => Assert.Contains(value, file, StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_FromAFileWithoutRareWords_GivesRowsOfTheTable()
    {
        TrainedGenerator read = GeneratorFileReader.Read(Train(TinyTask.Configuration), "the file", SampleGenerator.Families);

        Table drawn = Assert.Single(RowSampler.Draw(read, 2_000, seed: 1));

        Assert.Equal(["Bern", "Oslo"], drawn.Schema[1].Levels);
        Assert.Equal([0, 1], drawn.Column(1).ToArray().Distinct().Order());
        Assert.Equal(Real.Schema[1].Levels, drawn.WithLevelsOf(Real).Schema[1].Levels);
        Assert.DoesNotContain(drawn.Column(0).ToArray(), amount => Real.Column(0).Contains(amount));
        Assert.Empty(RuleCheck.Faults([new CombinationsRule(["city", "place"])], drawn));
    }

    private static string FileOf(GanConfiguration configuration)
    {
        using MemoryStream stream = new(Train(configuration));
        using ZipArchive zip = new(stream);
        using StreamReader json = new(zip.GetEntry("generator.json")!.Open());
        return json.ReadToEnd();
    }

    private static byte[] Train(GanConfiguration configuration)
    {
        // What is calibrated is written too.
        TrainingTask task = TinyTask.Of(configuration with { Calibrate = true }) with { Table = Real, SecondSample = SecondSample, Rules = [new CombinationsRule(["city", "place"])] };
        return GanTrainerTests.Complete(task).Generator;
    }

    private static Table MakeTable()
    {
        double[] rows = [.. Enumerable.Range(0, 60).Select(row => (double)row)];
        double[] city = [.. rows.Select(row => row < 3 ? 2 : row % 2)];
        return new Table(
            [
                new ColumnSchema("amount"),
                new ColumnSchema("city", ColumnKind.Category) { Levels = ["Bern", "Oslo", "Zanzibar"] },
                new ColumnSchema("place", ColumnKind.Category) { Levels = ["Aare", "Fjord", "Ultima Thule"] },
                new ColumnSchema("day", ColumnKind.Date),
            ],
            [
                [.. rows.Select(row => Math.Exp(1 + (row / 17)))],
                city,
                [.. city],
                [.. rows.Select(row => row == 0 ? 10_987 : row == 59 ? 19_999 : 15_000 + Math.Floor(row * row / 3))],
            ]);
    }
}
