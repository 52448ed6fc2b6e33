using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;
using GanSweep.Training.Loop;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;

namespace GanSweep.Silo.Tests.Families;

/// <summary>What every family must keep on rows that follow each other.</summary>
public sealed class PathTests
{
    private const int Friday = 5;
    private const int Days = 90;
    private const double Slope = 0.9;

    // Of which more rows are drawn than all trainings here take.
    private const string Calibrated = "gan";

    private static readonly RowSequence Sequence = new("day", "shop", 6);
    private static readonly Table Table = MakeTable();
    private static readonly Scores SecondSample = YardstickEstimator.SecondSample(Table, CancellationToken.None, Sequence);
    private static readonly Dictionary<string, Lazy<byte[]>> Trained = Silo.Models.Families.All.ToDictionary(
        family => family.Model.Name, family => new Lazy<byte[]>(() => Complete(TaskOf(family, Table, Sequence, SecondSample, steps: 60, calibrate: family.Model.Name == Calibrated)).Generator));

    public static TheoryData<string> Models => [.. Silo.Models.Families.All.Select(family => family.Model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Train_FromTheCheckpointOfAnyStep_EndsInTheSameBits(string model)
    {
        TrainingTask task = TaskOf(Silo.Models.Families[model], Table, Sequence, SecondSample, steps: 6, calibrate: false);
        Recorder recorder = new();
        TrainingOutcome.Completed whole = Complete(task, recorder);

        Assert.NotEmpty(recorder.Checkpoints);
        Assert.All(recorder.Checkpoints, checkpoint =>
        {
            TrainingOutcome.Completed resumed = Complete(task, checkpoint: checkpoint);
            Assert.Equal(whole.Generator, resumed.Generator);
            Assert.Equal(whole.Result.History, resumed.Result.History);
        });
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Train_OnAnAutoregression_LearnsHowItsRowsHangTogether(string model)
    {
        Table table = Autoregression(rows: 800);
        RowSequence sequence = new(RowSequence.FileOrder, Window: 4);
        Scores secondSample = YardstickEstimator.SecondSample(table, CancellationToken.None, sequence);

        byte[] file = Complete(TaskOf(Silo.Models.Families[model], table, sequence, secondSample, steps: 3_000, calibrate: false)).Generator;

        double[] path = PathSampler.DrawSeries(Read(file), 1, 6_000, seed: 1).SelectMany(part => part.Column(1).ToArray()).ToArray();
        Assert.InRange(Autocorrelation(path, lag: 1), Slope - 0.12, Slope + 0.08);
        Assert.InRange(Autocorrelation(path, lag: 5), Math.Pow(Slope, 5) - 0.4, Math.Pow(Slope, 5) + 0.25);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void DrawSeries_OfAnyNumberAndLength_AreTheSameSeries(string model)
    {
        TrainedGenerator generator = Read(Trained[model].Value);

        double[][] few = RowsOf(PathSampler.DrawSeries(generator, 3, 25, seed: 4));
        double[][] many = RowsOf(PathSampler.DrawSeries(generator, 514, 25, seed: 4));
        double[][] longer = RowsOf(PathSampler.DrawSeries(generator, 2, RowSampler.RowsInChunk + 40, seed: 4));
        double[][] others = RowsOf(PathSampler.DrawSeries(generator, 3, 25, seed: 5));

        Assert.Equal(few, many.Take(75));
        Assert.Equal(514, many.Select(row => row[0]).Distinct().Count());
        Assert.Equal(few.Where(row => row[0] == 2), longer.Where(row => row[0] == 2).Take(25));
        Assert.Equal(2 * (RowSampler.RowsInChunk + 40), longer.Length);
        Assert.NotEqual(few, others);
    }

    // More paths than are drawn side by side, in more parts than one.
    [Theory]
    [MemberData(nameof(Models))]
    public void DrawPaths_OfASeries_AreThoseThatAreDrawnAsSeries(string model)
    {
        TrainedGenerator generator = Read(Trained[model].Value);
        double[][] series = RowsOf(PathSampler.DrawSeries(generator, 514, 25, seed: 4));
        string[] words = [.. generator.Paths!.Groups.Select(group => group.Name)];
        Assert.Equal(2, words.Length);
        foreach (string word in words)
        {
            double[][] paths = PathSampler.DrawPaths(generator, 514, 25, seed: 4, word, ["shop", "sold"]);
            int[] own = [.. Enumerable.Range(0, series.Length).Where(row => series[row][2] == paths[0][0])];

            Assert.NotEmpty(own);
            Assert.Equal(own.Select(row => series[row][3]), own.Select(row => paths[1][row]));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void DrawSeries_OfTradingDays_StaysOnThemAndInItsGroup(string model)
    {
        TrainedGenerator generator = Read(Trained[model].Value);

        double[][] rows = RowsOf(PathSampler.DrawSeries(generator, 40, 60, seed: 1));

        Assert.Equal([PathSampler.SeriesColumn, "day", "shop", "sold", "weather"], PathSampler.SchemaOf(generator).Select(column => column.Name));
        Assert.Equal(2, rows.Select(row => row[2]).Distinct().Count());
        foreach (IGrouping<double, double[]> series in rows.GroupBy(row => row[0]))
        {
            Assert.Single(series.Select(row => row[2]).Distinct());
            double[] days = [.. series.Select(row => row[1])];
            Assert.All(days, day => Assert.InRange(WeekdayOf(day), 1, Friday));
            Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(WeekdayOf(pair.First) == Friday ? 3 : 1, pair.Second - pair.First));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Draw_OfRows_IsOnePathOfEverySeries(string model)
    {
        TrainedGenerator generator = Read(Trained[model].Value);

        Table few = Together(RowSampler.Draw(generator, 700, seed: 2));
        Table more = Together(RowSampler.Draw(generator, 2 * RowSampler.RowsInChunk, seed: 2));

        Assert.Equal((700, 2 * RowSampler.RowsInChunk), (few.RowCount, more.RowCount));
        Assert.All(Enumerable.Range(0, few.ColumnCount), column => Assert.Equal(few.Column(column).ToArray(), more.Column(column)[..700].ToArray()));
        foreach (double shop in more.Column(1).ToArray().Distinct())
        {
            double[] days = [.. more.Column(0).ToArray().Zip(more.Column(1).ToArray()).Where(row => row.Second == shop).Select(row => row.First)];
            Assert.True(days.Length > 500);
            Assert.All(days.Zip(days.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Draw_OfAHundredThousandRows_DoesNotRunAway(string model)
    {
        IModelFamily family = Silo.Models.Families[model];
        TrainingTask task = TaskOf(family, Table, Sequence, SecondSample, steps: 60, calibrate: false);
        Configuration standard = task.Configuration.With(task.Configuration.Model.Find("transform")!, TransformKind.Standard);
        TrainedGenerator generator = Read(Complete(task with { Configuration = standard }).Generator);

        double[] sold = [.. RowSampler.Draw(generator, 100_000, seed: 1).SelectMany(part => part.Column(2).ToArray())];

        Assert.Equal(100_000, sold.Length);
        Assert.All(sold.Chunk(20_000), part => Assert.InRange(part.Average(), -200, 400));
        Assert.All(sold, value => Assert.InRange(value, -3_000, 3_000));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Read_TheFileOfATraining_GivesTheFileAgain(string model)
    {
        byte[] file = Trained[model].Value;

        TrainedGenerator generator = Read(file);

        Assert.Equal(file, GeneratorFileWriter.Write(generator));
        Assert.Equal(Sequence, generator.Paths!.Sequence);
    }

    // The word of the first is not told, and so no word of the file: the numbers of the others are not what they were.
    [Fact]
    public void DrawSeries_WithASeriesOfFewRows_IsOfTheOthers()
    {
        Table table = new(
            [new ColumnSchema("shop", ColumnKind.Category) { Levels = ["few", "north", "south"] }, new ColumnSchema("sold")],
            [[.. Enumerable.Range(0, 64).Select(row => row < 4 ? 0.0 : 1 + (row % 2))], [.. Enumerable.Range(0, 64).Select(row => (double)(row * row % 23))]]);
        RowSequence sequence = new(RowSequence.FileOrder, "shop", 3);
        Scores secondSample = YardstickEstimator.SecondSample(table, CancellationToken.None, sequence);

        TrainedGenerator generator = Read(Complete(TaskOf(Silo.Models.Families.All[0], table, sequence, secondSample, steps: 3, calibrate: false)).Generator);

        double[][] rows = RowsOf(PathSampler.DrawSeries(generator, 30, 4, seed: 1));
        Assert.Equal(["north", "south"], generator.Transform.Schema[0].Levels);
        Assert.Equal(["north", "south"], generator.Paths!.Groups.Select(group => group.Name));
        Assert.Equal([0, 1], rows.Select(row => row[1]).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Steps_OfRowsThatFollowEachOther_AreThreeForEachWithinBounds(string model)
    {
        ModelDescription description = Silo.Models.Catalog[model];
        int StepsOf(int rows) => description.FittedTo(description.Defaults, new TrainingSize(rows, 4) { Window = 20 }).Get(LoopKeys.Steps);

        Assert.Equal([3_000, 6_000, 15_000], [StepsOf(100), StepsOf(2_000), StepsOf(100_000)]);
        Assert.Equal(15_000, description.FittedTo(description.Defaults, new TrainingSize(2_000, 4)).Get(LoopKeys.Steps));
    }

    [Fact]
    public void DrawSeries_OfAGeneratorOfSingleRows_SaysWhatToDo()
    {
        TrainingTask task = TaskOf(Silo.Models.Families.All[0], Table, null, YardstickEstimator.SecondSample(Table, CancellationToken.None), steps: 3, calibrate: false);
        TrainedGenerator generator = Read(Complete(task).Generator);

        NoPathsException refusal = Assert.Throws<NoPathsException>(() => PathSampler.DrawSeries(generator, 1, 1, seed: 1));

        Assert.Contains("\"sequence\" in sweep.json", refusal.Message, StringComparison.Ordinal);
    }

    // The first of January 1970 was a Thursday.
    private static int WeekdayOf(double day)
    {
        return (int)((day + 4) % 7);
    }

    private static TrainedGenerator Read(byte[] file)
    {
        return GeneratorFileReader.Read(file, "g.zip", Silo.Models.Families);
    }

    private static double[][] RowsOf(IEnumerable<Table> parts)
    {
        return [.. parts.SelectMany(part => Enumerable.Range(0, part.RowCount).Select(row => Enumerable.Range(0, part.ColumnCount).Select(column => part.Column(column)[row]).ToArray()))];
    }

    private static Table Together(IEnumerable<Table> parts)
    {
        Table[] all = [.. parts];
        return all[0].WithRows([.. Enumerable.Range(0, all[0].ColumnCount).Select(column => all.SelectMany(part => part.Column(column).ToArray()).ToArray())]);
    }

    private static double Autocorrelation(double[] values, int lag)
    {
        double mean = values.Average();
        return values.Zip(values.Skip(lag)).Sum(pair => (pair.First - mean) * (pair.Second - mean)) / values.Sum(value => (value - mean) * (value - mean));
    }

    private static TrainingTask TaskOf(IModelFamily family, Table table, RowSequence? sequence, Scores secondSample, int steps, bool calibrate)
    {
        Configuration said = family.Model.Defaults.With(LoopKeys.Steps, steps).With(LoopKeys.Calibrate, calibrate);
        return new TrainingTask
        {
            Family = family,
            Configuration = family.Model.FittedTo(said, new TrainingSize(table.RowCount, table.ColumnCount)).With(LoopKeys.EvaluationInterval, 1_000_000),
            Seed = 3,
            Table = table,
            Sequence = sequence,
            EvaluationRows = 120,
            SecondSample = secondSample,
            RunKey = new string('1', 64),
            SweepId = "tiny-00000000",
            DatasetHash = new string('2', 64),
        };
    }

    private static TrainingOutcome.Completed Complete(TrainingTask task, Recorder? recorder = null, byte[]? checkpoint = null)
    {
        return Assert.IsType<TrainingOutcome.Completed>(Trainer.Train(task, checkpoint, recorder ?? new Recorder(), TimeProvider.System, CancellationToken.None));
    }

    // Two shops on the same trading days, one of which sells twice as much; weather lacks cells, and hangs on that of yesterday.
    private static Table MakeTable()
    {
        double[] day = [.. Enumerable.Range(19_000, 7 * Days).Select(number => (double)number).Where(number => WeekdayOf(number) is >= 1 and <= Friday).Take(Days)];
        float[] normals = new float[4 * Days];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(normals);
        double[] sold = new double[2 * Days];
        double[] weather = new double[2 * Days];
        for (int row = 0; row < sold.Length; row++)
        {
            bool isFirst = row % Days == 0;
            sold[row] = Math.Round((row < Days ? 100 : 200) + (isFirst ? 0 : 0.8 * (sold[row - 1] - (row < Days ? 100 : 200))) + (5 * normals[row]), 1);
            weather[row] = row % 11 == 3 ? double.NaN : !isFirst && normals[(2 * Days) + row] < 1 && !double.IsNaN(weather[row - 1]) ? weather[row - 1] : row % 3;
        }

        // As files are: not in the order of time.
        Table table = new(
            [
                new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("shop", ColumnKind.Category) { Levels = ["north", "south"] },
                new ColumnSchema("sold"), new ColumnSchema("weather", ColumnKind.Category) { Levels = ["fair", "rain", "snow"] },
            ],
            [[.. day, .. day], [.. Enumerable.Range(0, 2 * Days).Select(row => row < Days ? 0.0 : 1.0)], sold, weather]);
        return table.Take([.. Enumerable.Range(0, 2 * Days).Select(row => row * 7 % (2 * Days))]);
    }

    private static Table Autoregression(int rows)
    {
        float[] normals = new float[rows];
        new CounterRandom(2, RandomPurpose.Bootstrap, 0).FillNormal(normals);
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            values[row] = (row == 0 ? 0 : Slope * values[row - 1]) + normals[row];
        }

        return new Table(["value"], [values]);
    }

    /// <summary>Asks for a checkpoint before every step, and keeps what it is told.</summary>
    private sealed class Recorder : ITrainingObserver
    {
        public List<byte[]> Checkpoints { get; } = [];

        public void EpochCompleted(int epoch, EpochLosses losses)
        {
        }

        public void Evaluated(ScoredEpoch point, bool best)
        {
        }

        public bool CheckpointDue()
        {
            return true;
        }

        public void Checkpoint(int epoch, byte[] checkpoint)
        {
            Checkpoints.Add(checkpoint);
        }
    }
}
