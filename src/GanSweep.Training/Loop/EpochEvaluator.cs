using GanSweep.Evaluation;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Loop;

/// <summary>
/// Scores a run's generator. Epochs are scored against the rows that are trained on, always on the same random numbers, so that they differ
/// by their weights alone. The one that was chosen is scored anew, with every score there is, against the whole table and on sixteen fresh
/// samples (fewer of large ones, see below): a choice among many epochs would flatter it, and a choice among many runs the luckiest sample.
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

    private readonly TrainingTask _task;
    private readonly HoldoutSplit _split;
    private readonly TableTransform _transform;
    private readonly float[] _real;
    private readonly TableScorer _scorer;
    private readonly float[] _sample;

    /// <param name="task">The run.</param>
    /// <param name="split">What of its table is trained on.</param>
    /// <param name="transform">The transform of its table.</param>
    /// <param name="real">The transformed training rows, <c>[rows, columns]</c>.</param>
    public EpochEvaluator(TrainingTask task, HoldoutSplit split, TableTransform transform, float[] real)
    {
        _task = task;
        _split = split;
        _transform = transform;
        _real = real;
        _scorer = new TableScorer(split.Training);
        _sample = new float[task.EvaluationRows * task.Table.ColumnCount];
    }

    /// <summary>The scores of the run's generator after an epoch.</summary>
    /// <exception cref="DivergedException">It generates values that are not finite, or its weights are not.</exception>
    public ScoredEpoch Evaluate(IModelRun run, int epoch)
    {
        if (run.Weights.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
        {
            throw new DivergedException(epoch, "a weight of the generator is not finite", _task.Family.AdviceOnDivergence);
        }

        Scores scores = ScoreSample(run, epoch, RandomPurpose.Evaluation, 0, sample => _scorer.Score(sample, Score.Defaults).WithTotal(_task.Yardsticks.SecondSample));
        return new ScoredEpoch(epoch, scores.With(Score.JsAdversarial, run.EstimateDivergence(_real, _sample)));
    }

    /// <summary>Every score of the generator that was chosen, whose weights the run holds now: means over fresh samples.</summary>
    /// <param name="run">The model.</param>
    /// <param name="chosen">Its epoch, and what it was chosen by.</param>
    /// <exception cref="DivergedException">It generates values that are not finite.</exception>
    public Scores EvaluateChosen(IModelRun run, ScoredEpoch chosen)
    {
        // Where nothing is held out, the rows that are trained on are the table.
        TableScorer scorer = _split.HeldOut is null ? _scorer : new TableScorer(_task.Table, _split);
        Scores[] samples =
        [
            .. Enumerable.Range(0, Math.Clamp(FinalCells / _sample.Length, FewestFinalSamples, MostFinalSamples)).Select(number => ScoreSample(
                run, chosen.Epoch, RandomPurpose.FinalEvaluation, number, sample => scorer.Score(sample, _task.Yardsticks.SecondSample))),
        ];
        return Scores.Summarise(samples, values => values.Average()).With(Score.JsAdversarial, chosen.Scores[Score.JsAdversarial]);
    }

    private Scores ScoreSample(IModelRun run, int epoch, RandomPurpose purpose, int number, Func<Table, Scores> score)
    {
        Generate(run, purpose, number);
        try
        {
            return score(new Table(_task.Table.ColumnNames, _transform.Inverse(_sample)));
        }
        catch (NonFiniteRowsException exception)
        {
            string what = $"the generator's row {exception.Row} has {exception.Value} in column '{exception.Column}'";
            throw new DivergedException(epoch, what, _task.Family.AdviceOnDivergence, exception);
        }
    }

    private void Generate(IModelRun run, RandomPurpose purpose, int number)
    {
        int chunks = (_task.EvaluationRows + RowsInChunk - 1) / RowsInChunk;
        int columns = _transform.ColumnCount;
        for (int start = 0, chunk = number * chunks; start < _task.EvaluationRows; start += RowsInChunk, chunk++)
        {
            int rows = Math.Min(RowsInChunk, _task.EvaluationRows - start);
            run.Generate(new CounterRandom(_task.Seed, purpose, chunk), _sample.AsSpan(start * columns, rows * columns));
        }
    }
}
