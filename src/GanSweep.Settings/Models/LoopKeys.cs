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
}
