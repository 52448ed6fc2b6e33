using System.Collections.Immutable;
using GanSweep.Evaluation;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Numerics.Randomness;
using GanSweep.Numerics.Sobol;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Histories;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Loop;

/// <summary>
/// Scores a run's generator. Epochs are scored against the rows that are trained on, always on the same random numbers, so that they differ
/// by their weights alone; what is scored is calibrated, if that is configured. The one that was chosen is scored anew, with every score there
/// is, against the whole table and on sixteen fresh samples (fewer of large ones, see below): a choice among many epochs would flatter it, and
/// a choice among many runs the luckiest sample.
/// </summary>
internal sealed class EpochEvaluator
{
    // Few enough for the activations of a pass to stay in the cache. Part of the result: the random numbers are addressed by chunks.
    private const int RowsInChunk = 2048;

    // One sample of 3,910 rows of four columns moves a total by a fifth of it: enough to decide a sweep of forty runs. Sixteen move it by a
    // twentieth. Totals are means over columns: of many columns, fewer samples move them as little.
    private const int MostFinalSamples = 16;
    private const int FewestFinalSamples = 4;
    private const int FinalCells = 1 << 22;

    // A calibrated column is off by as much as a sample of so many rows is: however small the table, the outermost rows, which rule the deviation
    // of a heavy tail, are to be matched to hundreds. Where rows are dear they are fewer (LoopKeys.DrawnShareOf), but of the generator that is kept not below
    // a half: a quarter cost 0.004 of a total on the losses of four indices, the mean of ten seeds, and a half 0.001. A quarter of them is enough where they are
    // spread evenly: columns' means are then known three times as well, and deviations half as well again (three families, on the same losses).
    private const int MostCalibrationRows = 1 << 19;
    private const int CalibrationCells = 1 << 22;
    private const int FewestCalibrationRows = 2_000;
    private const double LeastShareForChosen = 0.5;
    private const double ShareOfEven = 0.25;

    private readonly TrainingTask _task;
    private readonly HoldoutSplit _split;
    private readonly TableTransform _transform;
    private readonly PathDraw? _paths;
    private readonly float[] _real;
    private readonly TableScorer _scorer;
    private readonly float[] _sample;
    private readonly float[] _contexts;
    private readonly double _drawnShare;

    /// <param name="task">The run.</param>
    /// <param name="split">What of its table is trained on.</param>
    /// <param name="learnt">What its model learns from.</param>
    public EpochEvaluator(TrainingTask task, HoldoutSplit split, LearntRows learnt)
    {
        _task = task;
        _split = split;
        _transform = learnt.Transform;
        _paths = learnt.Paths is { } paths ? new PathDraw(paths, learnt.Transform) : null;
        _real = learnt.Rows;
        _scorer = new TableScorer(split.Training, sequence: task.Sequence);
        _sample = new float[_transform.Features.LengthOf(task.EvaluationRows)];
        _contexts = new float[task.EvaluationRows * learnt.Features.Context];
        _drawnShare = LoopKeys.DrawnShareOf(task.Configuration);
    }

    /// <summary>The scores of the run's generator after an epoch.</summary>
    /// <exception cref="DivergedException">It generates values that are not finite, or its weights are not.</exception>
    public ScoredEpoch Evaluate(IModelRun run, int epoch)
    {
        if (run.Weights.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
        {
            throw new DivergedException(epoch, "a weight of the generator is not finite", _task.Family.AdviceOnDivergence);
        }

        TableTransform calibrated = Calibrate(run, _task.EvaluationRows * _drawnShare);
        Generate(run, RandomPurpose.Evaluation, 0, _sample, _contexts);
        Scores scores = ScoreSample(calibrated, epoch, 0, _scorer, Score.Defaults).WithTotal(_task.SecondSample);
        _paths?.Filter(_sample, _contexts);
        return new ScoredEpoch(epoch, scores.With(Score.JsAdversarial, run.EstimateDivergence(_real, _sample, _contexts)));
    }

    /// <summary>From what the generator that was chosen says, whose weights the run holds now, back to the table's values.</summary>
    public TableTransform CalibrateChosen(IModelRun run)
    {
        return Calibrate(run, Math.Min(CalibrationCells / _transform.Features.Count, MostCalibrationRows) * Math.Max(_drawnShare, LeastShareForChosen));
    }

    /// <summary>
    /// Every score of the generator that was chosen, whose weights the run holds now: means over fresh samples, but for the scores that models are trained for,
    /// which the first sample alone has.
    /// </summary>
    /// <param name="run">The model.</param>
    /// <param name="calibrated">What <see cref="CalibrateChosen"/> gave.</param>
    /// <param name="chosen">Its epoch, and what it was chosen by.</param>
    /// <exception cref="DivergedException">It generates values that are not finite.</exception>
    public Scores EvaluateChosen(IModelRun run, TableTransform calibrated, ScoredEpoch chosen)
    {
        // Where nothing is held out, the rows that are trained on are the table.
        TableScorer scorer = _split.HeldOut is null ? _scorer : new TableScorer(_task.Table, _split, _task.Target, _task.Sequence);
        Scores[] samples = new Scores[Math.Clamp(FinalCells / _sample.Length, FewestFinalSamples, MostFinalSamples)];
        for (int number = 0; number < samples.Length; number++)
        {
            Generate(run, RandomPurpose.FinalEvaluation, number, _sample);
            ImmutableArray<Score> scores = Score.OfSample(number);
            samples[number] = ScoreSample(calibrated, chosen.Epoch, number, scorer, scores);
        }

        // The total of the means, not the mean of the totals: whoever holds these scores against the same second sample has it to the bit.
        Scores means = Scores.Summarise(samples, values => values.Average()).WithTotal(_task.SecondSample);
        return means.With(Score.JsAdversarial, chosen.Scores[Score.JsAdversarial]);
    }

    private TableTransform Calibrate(IModelRun run, double wanted)
    {
        if (!_task.Configuration.Get(LoopKeys.Calibrate) || !_transform.CanBeCalibrated)
        {
            return _transform;
        }

        // Other random numbers than those of what is scored: a sample that its own columns are calibrated on would flatter the generator.
        // Choices have noise of their own, and coordinates beyond Sobol's are independent: they take as many rows as ever.
        bool isEven = _paths is null && _transform.Features.Choices.IsEmpty && run.NormalsOfARow <= SobolSequence.MostDimensions;
        int rows = Math.Max((int)(wanted * (isEven ? ShareOfEven : 1)), FewestCalibrationRows);
        float[] generated = new float[_transform.Features.LengthOf(rows)];
        Generate(run, RandomPurpose.Calibration, 0, generated, even: isEven ? new SobolNormals(_task.Seed) : null);
        return _transform.Calibrated(generated);
    }

    private Scores ScoreSample(TableTransform transform, int epoch, int number, TableScorer scorer, ImmutableArray<Score> scores)
    {
        int broken = _sample.AsSpan().IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        if (broken >= 0)
        {
            int features = transform.Features.Count;
            string what = $"the generator's row {(broken / features) + 1} has {_sample[broken]} in column '{transform.ColumnOf(broken % features)}'";
            throw new DivergedException(epoch, what, _task.Family.AdviceOnDivergence);
        }

        return _paths is { } paths
            ? scorer.Score(paths.TableOf(transform, _task.Seed, paths.Plan(_task.EvaluationRows, number), _sample), scores)
            : scorer.Score(transform.InverseTable(_sample), scores);
    }

    /// <summary>Fills a sample, <c>[rows, features]</c>, which is the numbered one of its size.</summary>
    private void Generate(IModelRun run, RandomPurpose purpose, int number, Span<float> sample, Span<float> contexts = default, SobolNormals? even = null)
    {
        if (_paths is { } paths)
        {
            paths.Draw(run, _task.Seed, purpose, paths.Plan(sample.Length / _transform.Features.Count, number), sample, contexts);
            return;
        }

        int cells = RowsInChunk * _transform.Features.Count;
        int chunks = ((sample.Length - 1) / cells) + 1;
        for (int start = 0, chunk = number * chunks; start < sample.Length; start += cells, chunk++)
        {
            Span<float> rows = sample.Slice(start, Math.Min(cells, sample.Length - start));
            CounterRandom random = new(_task.Seed, purpose, chunk);
            run.Generate(even is null ? random : new RowRandom(even, chunk * RowsInChunk, rows.Length / _transform.Features.Count, random), rows);
        }
    }
}
