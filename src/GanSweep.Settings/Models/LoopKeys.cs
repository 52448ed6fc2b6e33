using System.Collections.Immutable;
using GanSweep.Settings.Values;

namespace GanSweep.Settings.Models;

/// <summary>The keys of the loop that trains every model, and that every model therefore has.</summary>
public static class LoopKeys
{
    private static readonly WholeNumberKind<int> UpToAMillion = new(1, 1_000_000);

    /// <summary>Real rows of a step. 1 to 65,536 (the last batch of an epoch has the rows that are left); default 64.</summary>
    public static readonly ConfigurationKey<int> BatchSize = new(
        "batchSize", "Real rows of a step, and as many generated ones.", new WholeNumberKind<int>(1, 65_536), 64);

    /// <summary>Passes over the rows. 1 to 1,000,000; default 300.</summary>
    public static readonly ConfigurationKey<int> Epochs = new("epochs", "Passes over the rows.", UpToAMillion, 300);

    /// <summary>Epochs between two evaluations; the last epoch is always evaluated. 1 to 1,000,000; default 10.</summary>
    public static readonly ConfigurationKey<int> EvaluationInterval = new(
        "evaluationInterval", "Epochs between two evaluations; the last epoch is always evaluated.", UpToAMillion, 10);

    /// <summary>Evaluations without a better total after which training stops early. 0 (off) to 1,000,000; default 0.</summary>
    public static readonly ConfigurationKey<int> Patience = new(
        "patience", "Evaluations without a better total after which training stops early; 0 is off.", new WholeNumberKind<int>(0, 1_000_000), 0);

    /// <summary>Whether synthetic values are clipped to the observed range of their column. Default false.</summary>
    public static readonly ConfigurationKey<bool> Clip = new(
        "clip", "Whether synthetic values are clipped to the observed range of their column.", new SwitchKind(), false);

    /// <summary>Which values of them do the same.</summary>
    internal static readonly ImmutableArray<EffectRule> EffectRules =
    [
        EffectRule.AtMost(BatchSize, [], (_, rows) => rows, rows => $"the {rows:N0} rows that are trained on are one batch"),
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

    /// <summary>Steps of an epoch.</summary>
    /// <param name="configuration">How it is trained.</param>
    /// <param name="rows">Rows that are trained on.</param>
    public static int BatchesOf(Configuration configuration, int rows)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return CeilingOf(rows, configuration.Get(BatchSize));
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
