using System.Text;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Simulation.World;

/// <summary>How a run ends: a pure function of its key, as a real run is.</summary>
/// <param name="RunKey">The run's key.</param>
/// <param name="Kind">How it ends.</param>
/// <param name="Gap">What each of its default scores is, and its total. There are few, so that there are ties.</param>
internal sealed record Fate(string RunKey, FateKind Kind, double Gap)
{
    /// <summary>Against these the total of four equal scores is that score.</summary>
    public static Yardsticks Yardsticks { get; } = new(Scores(0.25), Scores(1));

    public byte[] Generator => Encoding.ASCII.GetBytes($"generator of {RunKey}");

    public string Error => $"{Kind}: {RunKey[..8]}";

    public static Fate Of(string runKey)
    {
        int hash = Convert.ToInt32(runKey[..4], 16);
        FateKind kind = (hash % 12) switch
        {
            0 => FateKind.Diverges,
            1 => FateKind.Fails,
            _ => FateKind.Completes,
        };
        return new Fate(runKey, kind, (1 + (hash / 12 % 8)) / 8.0);
    }

    public RunResult Result(int epochs, double seconds)
    {
        return new RunResult
        {
            Scores = Scores(Gap).ToWire(),
            BestEpoch = (epochs + 1) / 2,
            Epochs = epochs,
            Losses = LossHistory.Empty,
            History = [],
            Seconds = seconds,
        };
    }

    public byte[] Checkpoint(int epoch)
    {
        return Encoding.ASCII.GetBytes($"{RunKey} at {epoch}");
    }

    private static Scores Scores(double gap)
    {
        return new Scores
        {
            [Score.MeanGap] = gap,
            [Score.StdGap] = gap,
            [Score.CorrelationDistance] = gap,
            [Score.JsEstimate] = gap,
            [Score.Total] = gap,
        };
    }
}
