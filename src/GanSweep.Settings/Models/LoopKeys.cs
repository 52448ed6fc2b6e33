using System.Collections.Immutable;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Models;

/// <summary>The keys of the loop that trains every model, and that every model therefore has.</summary>
public static class LoopKeys
{
    /// <summary>The updates of a training whose length is left open.</summary>
    public const int DefaultSteps = 15_000;

    // A row and what came before it are learnt by heart sooner than rows alone: see docs/time.md.
    private const int StepsOfRowOnAPath = 3;
    private const int FewestStepsOfPaths = 3_000;

    // Where a pass over the rows takes more than a share of the steps, that share is an epoch: so every run is evaluated often enough to
    // choose from, and whoever watches sees something.
    private const int FewestEpochs = 50;
    private const int Evaluations = 50;

    // Rows that are dear are drawn for fewer evaluations, but a choice among epochs is to be left.
    private const int FewestEvaluations = 10;

    private static readonly WholeNumberKind<int> UpToAMillion = new(1, 1_000_000);

    /// <summary>Real rows of a step. 1 to 65,536 (the last batch of an epoch has the rows that are left); left open, as suits the rows, and the model (<see cref="ModelDescription.SuitedBatch"/>).</summary>
    public static readonly ConfigurationKey<int> BatchSize = new(
        "batchSize",
        "Real rows of a step; a GAN takes as many generated ones. Left out, of a GAN: a 64th of less than 10,000 rows, from 8 to 64, and else 128, so that all batches of a pass are "
        + "about equal; with exactValues 32 of less than 1,000 rows. Of a flow at most 128, of a vae 64.",
        new WholeNumberKind<int>(1, 65_536))
    { Former = 64 };

    /// <summary>Passes over the rows; see <see cref="BatchesOf"/>. 1 to 1,000,000; left open, as many as the steps are.</summary>
    public static readonly ConfigurationKey<int> Epochs = new(
        "epochs", "Passes over the rows, where the length of the training is not told by \"steps\". Left out: as many as there are steps for.", UpToAMillion)
    { Former = 300 };

    /// <summary>Epochs between two evaluations; the last epoch is always evaluated. 1 to 1,000,000; left open, a fiftieth of all, or more where rows are dear (<see cref="DrawnShareOf"/>).</summary>
    public static readonly ConfigurationKey<int> EvaluationInterval = new(
        "evaluationInterval",
        $"Epochs between two evaluations; the last epoch is always evaluated. Left out: a fiftieth of all, so that there are {Evaluations} evaluations at most; of a flow, whose rows take "
        + "longer to draw, a tenth or an eleventh.",
        UpToAMillion)
    { Former = 10 };

    /// <summary>Evaluations without a better total after which training stops early. 0 (off) to 1,000,000; default 0.</summary>
    public static readonly ConfigurationKey<int> Patience = new(
        "patience", "Evaluations without a better total after which training stops early; 0 is off.", new WholeNumberKind<int>(0, 1_000_000), 0);

    /// <summary>Whether synthetic values are clipped to the observed range of their column. Default false.</summary>
    public static readonly ConfigurationKey<bool> Clip = new(
        "clip", "Whether synthetic values are clipped to the observed range of their column.", new SwitchKind(), false);

    /// <summary>
    /// Updates of the generator, rounded up to whole epochs. 1 to 1,000,000; left open, 15,000, or as many as suit the model (<see cref="ModelDescription.SuitedSteps"/>), or as
    /// the epochs take where those are said.
    /// </summary>
    public static readonly ConfigurationKey<int> Steps = new(
        "steps",
        $"Updates of the generator, rounded up to whole epochs; instead of \"epochs\". An epoch is then a pass over the rows, or a fiftieth of the steps where that is less. "
        + $"Left out: {DefaultSteps:N0}, of a flow eight for each row, from 3,000 to {DefaultSteps:N0}; with a sequence at most three for each row, or {FewestStepsOfPaths:N0}; "
        + "unless \"epochs\" says the length.",
        UpToAMillion);

    /// <summary>Whether the columns of what is generated are made to have the distributions of the real ones. Default true; before there was the key, it was not done.</summary>
    public static readonly ConfigurationKey<bool> Calibrate = new(
        "calibrate",
        "Whether each column of what is generated is mapped, ever upwards, to the distribution of the real one.",
        new SwitchKind(),
        true)
    { Former = false };

    /// <summary>The rows that a value of a column is told of, where <see cref="ExactValues"/> is off. 2 to 1,000; default 5.</summary>
    public static readonly ConfigurationKey<int> MinimumCount = new(
        "minimumCount",
        "Rows that must share a value for it to be learnt and to stand in the generator's file. A rarer amount is learnt as the mean of as many neighbours, "
        + "a row with a rarer word gets another.",
        new WholeNumberKind<int>(2, 1_000),
        5);

    /// <summary>Whether values are told that a single row has. Default false; before there was the key, they were.</summary>
    public static readonly ConfigurationKey<bool> ExactValues = new(
        "exactValues",
        "Whether every value is learnt, and stands in the generator's file, however few rows have it.",
        new SwitchKind(),
        false)
    { Former = true, FormerUntil = KeyDefaults.BeforeMinimumCount };

    /// <summary>Rows that the next one hangs on, where rows follow each other; else there is no such key. 1 to 10,000; left open, the sequence's own.</summary>
    public static readonly ConfigurationKey<int> Window = new(
        "window",
        "Rows that the model is shown of those before one, where \"sequence\" says that rows follow each other. Left out: the sequence's window, by which yardsticks are drawn whatever models are shown.",
        new WholeNumberKind<int>(1, 10_000));

    /// <summary>The rows that a value of a column is told of; 1 where every value is.</summary>
    /// <param name="configuration">How it is trained.</param>
    public static int MinimumCountOf(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Get(ExactValues) ? 1 : configuration.Get(MinimumCount);
    }

    /// <summary>Batches of an epoch: those of a pass over the rows, or, where the length is told in steps, as many as a fiftieth of those takes, if that is less.</summary>
    /// <param name="configuration">How it is trained; batches and length are not left open.</param>
    /// <param name="rows">Rows that are trained on.</param>
    public static int BatchesOf(Configuration configuration, int rows)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        int pass = BatchesOfPass(configuration, rows);
        return configuration.Says(Steps) ? Math.Min(pass, UpdatesOfEpoch(configuration, rows) * BatchesOfUpdate(configuration)) : pass;
    }

    /// <summary>Batches of a pass over the rows.</summary>
    /// <param name="configuration">How it is trained; batches are not left open.</param>
    /// <param name="rows">Rows that are trained on.</param>
    public static int BatchesOfPass(Configuration configuration, int rows)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return CeilingOf(rows, configuration.Get(BatchSize));
    }

    /// <summary>Updates of the generator in the whole training, unless it stops early.</summary>
    /// <param name="configuration">How it is trained; batches and length are not left open.</param>
    /// <param name="rows">Rows that are trained on.</param>
    public static long UpdatesOf(Configuration configuration, int rows)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (long)configuration.Get(Epochs) * CeilingOf(BatchesOf(configuration, rows), BatchesOfUpdate(configuration));
    }

    /// <summary>Passes through the model's network that one row takes; 1 unless the model says otherwise (<see cref="ModelDescription.StepsOfRow"/>).</summary>
    /// <param name="configuration">How it is trained.</param>
    public static int PassesOfRow(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Model.StepsOfRow is { } steps ? steps.Passes * configuration.Get(steps.Key) : 1;
    }

    /// <summary>
    /// How much is drawn to choose an epoch and to calibrate it, of what is drawn where a row is one pass: 1 / √passes, above 0, at most 1. What is measured on n rows is off by
    /// 1 / √n, and a given time is used best by as many rows as the inverse root of their cost (Cochran 1977, 5.5).
    /// Final scores are of as many rows whatever these cost: runs are compared by them.
    /// </summary>
    /// <param name="configuration">How it is trained.</param>
    public static double DrawnShareOf(Configuration configuration)
    {
        return 1 / Math.Sqrt(PassesOfRow(configuration));
    }

    /// <summary>Which values of them do the same in a model, and what they are where they are left open.</summary>
    internal static IEnumerable<EffectRule> EffectRulesOf(ModelDescription model)
    {
        ImmutableArray<ConfigurationKey> lengthOfEpoch = model.BatchesOfUpdate is { } batches ? [BatchSize, batches] : [BatchSize];
        ImmutableArray<ConfigurationKey> costOfRow = model.StepsOfRow is { } steps ? [steps.Key] : [];
        return RulesOf(lengthOfEpoch, costOfRow).Where(rule => rule.Governing.Add(rule.Key).All(model.Keys.Contains));
    }

    private static int SuitedSteps(ModelDescription model, TrainingSize size)
    {
        int steps = model.SuitedSteps?.Invoke(size.Rows) ?? DefaultSteps;
        return size.IsSequenced ? (int)Math.Min(steps, Math.Max((long)StepsOfRowOnAPath * size.Rows, FewestStepsOfPaths)) : steps;
    }

    private static ImmutableArray<EffectRule> RulesOf(ImmutableArray<ConfigurationKey> lengthOfEpoch, ImmutableArray<ConfigurationKey> costOfRow) =>
    [
        EffectRule.Unused(
            MinimumCount, ExactValues, configuration => configuration.Get(ExactValues), "with exactValues every value is told", "remove one of the two keys"),
        EffectRule.Fitted(Window, [], (_, size) => size.Window),
        EffectRule.Fitted(BatchSize, [ExactValues], (configuration, size) =>
            EvenBatch(size.Rows, configuration.Model.SuitedBatch ?? MostOfBatch(size.Rows, configuration.Get(ExactValues)))),
        EffectRule.AtMost(BatchSize, [], (_, size) => size.Rows, rows => $"the {rows:N0} rows that are trained on are one batch"),
        EffectRule.Fitted(Steps, [Epochs], (configuration, size) => configuration.Says(Epochs) ? null : SuitedSteps(configuration.Model, size)),
        EffectRule.Fitted(Epochs, [Steps, .. lengthOfEpoch], (configuration, size) => CeilingOf(configuration.Get(Steps), UpdatesOfEpoch(configuration, size.Rows))),
        new(
            Steps,
            lengthOfEpoch,
            (configuration, _) => configuration.Says(Steps),
            (configuration, size) => WholeEpochs(configuration, size.Rows),
            (configuration, size) => $"rounded up to whole epochs they are {WholeEpochs(configuration, size.Rows):N0}"),
        EffectRule.Fitted(EvaluationInterval, [Epochs, .. costOfRow], (configuration, _) => CeilingOf(configuration.Get(Epochs), MostEvaluationsOf(configuration))),
        EffectRule.AtMost(
            EvaluationInterval, [Epochs], (configuration, _) => configuration.Get(Epochs), _ => "only the last epoch is evaluated"),
        new(
            Patience,
            [Epochs, EvaluationInterval],
            (configuration, _) => configuration.Get(Patience) is var patience && (patience == 0 || patience > EvaluationsOf(configuration) - 2),
            (_, _) => 0,
            (configuration, _) => EvaluationsOf(configuration) is var count and > 1
                ? $"training cannot stop before the last of {count:N0} evaluations" : "there is one evaluation, the last epoch's"),
    ];

    // Of a GAN, small batches of few rows keep single ones from being learnt, larger ones learn them faster.
    private static int MostOfBatch(int rows, bool exact)
    {
        return rows switch
        {
            >= 10_000 => 128,
            < 1_000 when exact => 32,
            _ when exact => 64,
            _ => Math.Clamp(rows / 64, 8, 64),
        };
    }

    // Batches of one size leave none of a row or two at the end of a pass.
    private static int EvenBatch(int rows, int most)
    {
        return CeilingOf(rows, CeilingOf(rows, most));
    }

    private static int UpdatesOfEpoch(Configuration configuration, int rows)
    {
        int ofPass = CeilingOf(BatchesOfPass(configuration, rows), BatchesOfUpdate(configuration));
        return Math.Min(ofPass, CeilingOf(configuration.Get(Steps), FewestEpochs));
    }

    private static int WholeEpochs(Configuration configuration, int rows)
    {
        int updates = UpdatesOfEpoch(configuration, rows);
        return CeilingOf(configuration.Get(Steps), updates) * updates;
    }

    private static int BatchesOfUpdate(Configuration configuration)
    {
        return configuration.Model.BatchesOfUpdate is { } key ? configuration.Get(key) : 1;
    }

    private static int MostEvaluationsOf(Configuration configuration)
    {
        return Math.Max((int)(Evaluations * DrawnShareOf(configuration)), FewestEvaluations);
    }

    private static int EvaluationsOf(Configuration configuration)
    {
        return CeilingOf(configuration.Get(Epochs), configuration.Get(EvaluationInterval));
    }

    private static int CeilingOf(int whole, int part)
    {
        return ((whole - 1) / part) + 1;
    }
}
