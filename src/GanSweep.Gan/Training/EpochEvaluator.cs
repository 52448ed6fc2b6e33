using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation;
using GanSweep.Evaluation.Privacy;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Losses;
using GanSweep.Numerics.Elementary;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Training;

/// <summary>
/// Scores a run's generator. Epochs are scored against the rows that are trained on, always on the same latent vectors, so that they differ
/// by their weights alone. The one that was chosen is scored anew, with every score there is, against the whole table and on sixteen fresh
/// samples: a choice among many epochs would flatter it, and a choice among many runs the luckiest sample.
/// </summary>
internal sealed class EpochEvaluator
{
    // Few enough for the activations of a pass to stay in the cache. Part of the result: the latent vectors are numbered by chunks.
    private const int RowsInChunk = 2048;

    // One sample of 3,910 rows moves a total by a fifth of it: enough to decide a sweep of forty runs. Sixteen move it by a twentieth.
    private const int FinalSamples = 16;

    private readonly TrainingTask _task;
    private readonly HoldoutSplit _split;
    private readonly TableTransform _transform;
    private readonly float[] _real;
    private readonly TableScorer _scorer;
    private readonly Objective _objective;
    private readonly float[] _latents;
    private readonly float[] _sample;
    private readonly float[] _logits = new float[RowsInChunk];

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
        _objective = Objective.Of(task.Configuration);
        _latents = new float[RowsInChunk * task.Configuration.LatentDim];
        _sample = new float[task.EvaluationRows * task.Table.ColumnCount];
    }

    /// <summary>The scores of the engine's generator after an epoch.</summary>
    /// <exception cref="DivergedException">It generates values that are not finite, or its weights are not.</exception>
    public ScorePoint Evaluate(IGanEngine engine, int epoch)
    {
        if (engine.State.GeneratorAverage.Values.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
        {
            throw new DivergedException(epoch, "a weight of the generator is not finite");
        }

        GanScores scores = ScoreSample(engine, epoch, RandomPurpose.Evaluation, 0, sample => _scorer.Score(sample, _task.Yardsticks));
        return new ScorePoint(epoch, scores with { JsAdversarial = JsAdversarial(engine) });
    }

    /// <summary>Every score of the generator that was chosen, whose weights the engine's average holds now: means over the fresh samples.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="chosen">Its epoch, and what it was chosen by.</param>
    /// <exception cref="DivergedException">It generates values that are not finite.</exception>
    public GanScores EvaluateChosen(IGanEngine engine, ScorePoint chosen)
    {
        EvidenceScorer scorer = new(_task.Table, _split);
        GanScores[] samples =
        [
            .. Enumerable.Range(0, FinalSamples).Select(number => ScoreSample(
                engine, chosen.Epoch, RandomPurpose.FinalEvaluation, number, sample => scorer.Score(sample, _task.Yardsticks))),
        ];
        return Score.Summarise(samples, values => values.Average()) with { JsAdversarial = chosen.Scores.JsAdversarial };
    }

    private GanScores ScoreSample(IGanEngine engine, int epoch, RandomPurpose latents, int number, Func<Table, GanScores> score)
    {
        Generate(engine, latents, number);
        try
        {
            return score(new Table(_task.Table.ColumnNames, _transform.Inverse(_sample)));
        }
        catch (NonFiniteRowsException exception)
        {
            throw new DivergedException(epoch, $"the generator's row {exception.Row} has {exception.Value} in column '{exception.Column}'", exception);
        }
    }

    private void Generate(IGanEngine engine, RandomPurpose purpose, int number)
    {
        int chunks = (_task.EvaluationRows + RowsInChunk - 1) / RowsInChunk;
        int latentDim = _task.Configuration.LatentDim;
        int columns = _transform.ColumnCount;
        for (int start = 0, chunk = number * chunks; start < _task.EvaluationRows; start += RowsInChunk, chunk++)
        {
            int rows = Math.Min(RowsInChunk, _task.EvaluationRows - start);
            Span<float> latents = _latents.AsSpan(0, rows * latentDim); // [rows, latentDim]
            new CounterRandom(_task.Seed, purpose, chunk).FillNormal(latents);
            engine.Generate(latents, _sample.AsSpan(start * columns, rows * columns));
        }
    }

    /// <summary>
    /// max(0, 1 + ½ (E log2 D(x) + E log2(1 − D(G(z))))): at the discriminator's optimum, the Jensen–Shannon divergence in bits between
    /// the joint distributions of real and generated rows (Goodfellow et al. 2014, theorem 1), before it a lower estimate.
    /// </summary>
    private double? JsAdversarial(IGanEngine engine)
    {
        return _objective.GivesProbability
            ? Math.Max(0, 1 - (0.5 * (MeanBits(engine, _real, target: 1) + MeanBits(engine, _sample, target: 0))))
            : null;
    }

    /// <summary>The discriminator's mean cross entropy on rows, in bits.</summary>
    private double MeanBits(IGanEngine engine, ReadOnlySpan<float> rows, double target)
    {
        int columns = _transform.ColumnCount;
        int count = rows.Length / columns;
        double sum = 0;
        for (int start = 0; start < count; start += RowsInChunk)
        {
            Span<float> logits = _logits.AsSpan(0, Math.Min(RowsInChunk, count - start));
            engine.Discriminate(rows.Slice(start * columns, logits.Length * columns), logits);
            foreach (float logit in logits)
            {
                sum += CrossEntropy.At(logit, target).Loss;
            }
        }

        return sum / count / Logarithm.Of(2);
    }
}
