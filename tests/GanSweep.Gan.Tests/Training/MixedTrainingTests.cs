using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Tests.GeneratorFiles;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Gan.Tests.Training;

/// <summary>Runs on a table of words, days, sums and missing cells.</summary>
public sealed class MixedTrainingTests
{
    private const int Rows = 120;

    private static readonly ImmutableArray<RowRule> Rules =
        [new OrderRule(["from", "to"]), new SumRule(["net", "tax"], "gross"), new CombinationsRule(["city", "country"]), new RangeRule("net", 0, null)];

    private static readonly Table Real = MakeTable();
    private static readonly Scores SecondSample = YardstickEstimator.SecondSample(Real, CancellationToken.None);

    [Theory]
    [InlineData("fused", "nonSaturating", true)]
    [InlineData("fused", "wassersteinGp", false)]
    [InlineData("torch", "minimax", false)]
    public void Train_FromTheCheckpointOfAnyStep_EndsInTheSameBits(string engine, string loss, bool calibrate)
    {
        TrainingTask task = Task(Enum.Parse<EngineKind>(engine, ignoreCase: true), Enum.Parse<GanLoss>(loss, ignoreCase: true), calibrate);
        using Recorder always = new(checkpointDue: step => step % 9 == 4);
        TrainingOutcome.Completed whole = GanTrainerTests.Complete(task, always);

        Assert.NotEmpty(always.Checkpoints);
        foreach ((int epoch, byte[] checkpoint) in always.Checkpoints)
        {
            using Recorder rest = new() { FirstEpoch = epoch + 1 };
            GanTrainerTests.AssertSame(whole, GanTrainerTests.Complete(task, rest, checkpoint));
        }
    }

    [Fact]
    public void Draw_FromTheFileOfAMixedTable_GivesRowsOfThatTable()
    {
        TrainingOutcome.Completed trained = GanTrainerTests.Complete(Task(EngineKind.Fused, GanLoss.NonSaturating));

        TrainedGenerator read = GeneratorFileReader.Read(trained.Generator, "the file", SampleGenerator.Families);
        Table[] chunks = [.. RowSampler.Draw(read, 5_000, seed: 1)];

        Assert.Equal(Real.Form, read.Form);
        Assert.All(chunks, chunk => Assert.Equal(Real.Schema, chunk.Schema));
        Assert.All(chunks, chunk => Assert.Empty(RuleCheck.Faults(Rules, chunk)));
        Assert.Contains(chunks, chunk => chunk.MissingCount(0) > 0);
        Assert.Equal(trained.Generator, GeneratorFileWriter.Write(read));
        Assert.Equal(chunks[0].Take([0, 1, 2]).Column(3).ToArray(), Assert.Single(RowSampler.Draw(read, 3, seed: 1)).Column(3).ToArray());
    }

    [Fact]
    public void Train_OnAMixedTable_HasTheScoresOfIt()
    {
        Scores scores = GanTrainerTests.Complete(Task(EngineKind.Fused, GanLoss.NonSaturating)).Result.Scores;

        Assert.All(Score.Defaults.Where(score => !score.NeedsSequence), score => Assert.True(double.IsFinite(scores[score]!.Value), score.Name));
        Assert.All(Score.Defaults.Where(score => score.NeedsSequence), score => Assert.Null(scores[score]));
        Assert.InRange(scores[Score.CategoryGap]!.Value, 0, 0.1);
        Assert.InRange(scores[Score.MissingGap]!.Value, 0, 0.1);
    }

    private static TrainingTask Task(EngineKind engine, GanLoss loss, bool calibrate = true)
    {
        GanConfiguration configuration = TinyTask.Configuration with { Engine = engine, Loss = loss, Transform = TransformKind.Quantile, Calibrate = calibrate, Epochs = 3 };
        return TinyTask.Of(configuration) with { Table = Real, SecondSample = SecondSample, Rules = Rules, EvaluationRows = 500 };
    }

    private static Table MakeTable()
    {
        float[] uniforms = new float[3 * Rows];
        new CounterRandom(5, RandomPurpose.Bootstrap, 0).FillUniform(uniforms);
        double[] city = [.. Enumerable.Range(0, Rows).Select(row => row % 9 == 0 ? double.NaN : row % 4)];
        double[] net = [.. uniforms[..Rows].Select(uniform => Math.Round(90 * uniform, 2))];
        double[] tax = [.. net.Select(amount => Math.Round(0.19 * amount, 2))];
        double[] from = [.. uniforms[Rows..(2 * Rows)].Select(uniform => Math.Floor(700 * uniform))];
        return new Table(
            [
                new ColumnSchema("city", ColumnKind.Category) { Levels = ["Bern", "Genf", "Lyon", "Metz"] },
                new ColumnSchema("country", ColumnKind.Category) { Levels = ["CH", "FR"] },
                new ColumnSchema("gross"),
                new ColumnSchema("net"),
                new ColumnSchema("tax"),
                new ColumnSchema("from", ColumnKind.Date),
                new ColumnSchema("to", ColumnKind.Date),
                new ColumnSchema("member", ColumnKind.Boolean) { Levels = ["no", "yes"] },
            ],
            [
                city,
                [.. city.Select(number => double.IsNaN(number) ? 1 : Math.Floor(number / 2))],
                [.. net.Zip(tax, (amount, part) => Math.Round(amount + part, 2))],
                net,
                tax,
                from,
                [.. from.Select((day, row) => row % 5 == 0 ? double.NaN : day + (row % 6))],
                [.. uniforms[(2 * Rows)..].Select(uniform => uniform < 0.3 ? 1.0 : 0)],
            ],
            new TableForm
            {
                Delimiter = ';',
                DecimalMark = ',',
                Columns = [new("nr") { Key = new KeyForm(null, 1) }, new("city"), new("country"), new("gross"), new("net"), new("tax"), new("from"), new("to"), new("member")],
            });
    }
}
