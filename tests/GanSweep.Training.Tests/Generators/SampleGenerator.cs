using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;
using GanSweep.Training.Tests.Families;

namespace GanSweep.Training.Tests.Generators;

/// <summary>A small generator with every kind of content: as one is that training gives, but at once.</summary>
internal static class SampleGenerator
{
    /// <summary>The families that files are read as.</summary>
    public static ModelFamilies Families { get; } = new(new NormalFamily());

    public static TrainedGenerator Create(TransformKind kind = TransformKind.Quantile, bool clip = false, int rows = 50)
    {
        Table table = SampleTable(rows);
        return new TrainedGenerator
        {
            Family = Families["normal"],
            Configuration = TinyTask.Configuration.With(NormalFamily.Transform, kind).With(LoopKeys.Clip, clip).With(LoopKeys.Epochs, 40),
            Weights = [0.25f, -0.5f, 1e-30f, 1, 2, float.Epsilon],
            Transform = TableTransform.Fit(kind, table, clip),
            Seed = -7_000_000_000_000,
            Scores = new Scores { [Score.MeanGap] = 0.1, [Score.StdGap] = 1.0 / 3, [Score.CorrelationDistance] = 5e-324, [Score.JsEstimate] = Math.Pow(2, -25), [Score.Total] = 0.42 },
            BestEpoch = 30,
            RunKey = new string('9', 64),
            SweepId = "eu-stock-losses-1f2e3d4c",
            DatasetHash = new string('a', 64),
            EngineVersion = "0.1.0",
        };
    }

    /// <summary>A generator of a table that has every kind of column, rule and spelling.</summary>
    public static TrainedGenerator CreateMixed(TransformKind kind = TransformKind.Standard)
    {
        Table table = MixedTable(140);
        var transform = TableTransform.Fit(
            kind,
            table,
            clip: false,
            [
                new OrderRule(["from", "to"]), new CombinationsRule(["city", "country"]), new SumRule(["net", "tax"], "gross"), new RangeRule("age", 0, 99),
            ]);
        int features = transform.Features.Count;
        return Create(kind) with
        {
            Transform = transform,
            Form = table.Form,
            Weights = [.. Enumerable.Repeat(0f, features), .. Enumerable.Repeat(1f, features)],
        };
    }

    /// <summary>A generator of rows that follow each other, of two shops on five days of the week.</summary>
    public static TrainedGenerator CreatePaths()
    {
        const int Days = 60;
        RowSequence sequence = new("day", "shop", 7);
        double[] days = [.. Enumerable.Range(20_000, 2 * Days).Where(day => (day + 4) % 7 is >= 1 and <= 5).Take(Days).Select(day => (double)day)];
        Table table = new(
            [new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("shop", ColumnKind.Category) { Levels = ["Bern", "Oslo"] }, new ColumnSchema("sold")],
            [[.. days, .. days], [.. Enumerable.Range(0, 2 * Days).Select(row => row < Days ? 0.0 : 1.0)], [.. Enumerable.Range(0, 2 * Days).Select(row => (double)(row * row % 97))]]);
        TrainedGenerator one = Create(TransformKind.Standard);
        var learnt = LearntRows.Of(
            new TrainingTask
            {
                Family = one.Family,
                Configuration = one.Configuration,
                Seed = 1,
                Table = table,
                Sequence = sequence,
                EvaluationRows = 10,
                SecondSample = one.Scores,
                RunKey = one.RunKey,
                SweepId = one.SweepId,
                DatasetHash = one.DatasetHash,
            },
            new HoldoutSplit(table, null));
        return one with { Transform = learnt.Transform, Paths = learnt.Paths, Weights = [.. Enumerable.Repeat(0f, 3), .. Enumerable.Repeat(1f, 3)] };
    }

    private static Table MixedTable(int rows)
    {
        double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, rows).Select(value)];
        return new Table(
            [
                new("from", ColumnKind.Date),
                new("to", ColumnKind.Date),
                new("seen", ColumnKind.Date) { Unit = DateUnit.Seconds },
                new("city", ColumnKind.Category) { Levels = ["Bern", "Oslo", "Genève"] },
                new("country", ColumnKind.Category) { Levels = ["CH", "NO"] },
                new("paid", ColumnKind.Boolean) { Levels = ["no", "yes"] },
                new("net"),
                new("tax"),
                new("gross"),
                new("age"),
                new("code", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 80).Select(level => $"a \"{level}\",\t;\n")] },
            ],
            [
                Column(row => 20_000 + (row * row % 300)),
                Column(row => 20_001 + (row * row % 300) + (row % 5)),
                Column(row => (86_400.0 * (20_000 + (row / 5 * 7) + (row % 5))) + (601 * row) + 1),
                Column(row => row % 3),
                Column(row => row % 3 == 1 ? 1 : 0),
                Column(row => row % 7 == 0 ? double.NaN : row % 2),
                Column(row => 1_000 + (row / 4.0)),
                Column(row => (row + 1) / 8.0),
                Column(row => 1_000 + (row / 4.0) + ((row + 1) / 8.0)),
                Column(row => row % 6 == 0 ? double.NaN : 20.5 + (row % 75)),
                Column(row => row % 80),
            ],
            new TableForm
            {
                Delimiter = ';',
                DecimalMark = ',',
                Encoding = "windows-1252",
                HasCarriageReturns = true,
                Columns =
                [
                    new("number") { Key = new KeyForm(null, 1) },
                    new("from") { DateFormat = "dd.MM.yyyy" },
                    new("to"),
                    new("seen") { DateFormat = "yyyy-MM-dd HH:mm:ss.fff" },
                    new("city"),
                    new("country"),
                    new("paid") { Missing = "n/a" },
                    new("net") { Decimals = 2, Thousands = '.', Prefix = "€ " },
                    new("tax") { HasPoint = true, Suffix = " €" },
                    new("gross"),
                    new("age") { Missing = "?" },
                    new("id") { Key = new KeyForm(@"C\A-####-x", 1) },
                    new("code") { Missing = "-" },
                ],
            });
    }

    /// <summary>Losses (positive, all different), whole numbers with ties at both ends, and a constant.</summary>
    public static Table SampleTable(int rows)
    {
        float[] uniforms = new float[2 * rows];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillUniform(uniforms);
        double[] losses = [.. uniforms.Take(rows).Select(uniform => -0.01 * Math.Log(uniform))];
        double[] counts = [.. uniforms.Skip(rows).Select(uniform => 1 + Math.Floor(3 * uniform))];
        return new Table(["loss, \"daily\"", "Zählung", "constant"], [losses, counts, [.. Enumerable.Repeat(0.1, rows)]]);
    }
}
