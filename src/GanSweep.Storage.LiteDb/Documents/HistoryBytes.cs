using System.Collections.Immutable;
using System.Text;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>
/// The losses and evaluations of a result as bytes, little-endian: a version; the first epoch; the number of losses, each its name, its count
/// and single precision values; then the evaluations, each its epoch, five double precision scores, and the sixth behind a flag.
/// Version 1 had four losses without their number and names.
/// </summary>
internal static class HistoryBytes
{
    private const byte Version = 2;

    private static readonly ImmutableArray<string> FirstLosses = ["discriminator", "discriminatorReal", "discriminatorFake", "generator"];

    private static readonly ImmutableArray<Score> Numbers =
        [Score.MeanGap, Score.StdGap, Score.CorrelationDistance, Score.JsEstimate, Score.Total];

    public static byte[] Of(RunResult result)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(result.Losses.FirstEpoch);
        writer.Write(result.Losses.Series.Length);
        foreach (LossValues series in result.Losses.Series)
        {
            writer.Write(series.Name);
            Write(writer, series.Values);
        }

        writer.Write(result.History.Length);
        foreach (ScorePoint point in result.History)
        {
            writer.Write(point.Epoch);
            Write(writer, point.Scores.ToScores());
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The whole result, or null if the bytes are of a version that is not known.</summary>
    public static RunResult? Read(byte[] bytes, RunSummary summary)
    {
        using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
        byte version = reader.ReadByte();
        if (version is not (1 or Version))
        {
            return null;
        }

        int firstEpoch = reader.ReadInt32();
        LossHistory losses = new(
            firstEpoch,
            version == 1
                ? [.. FirstLosses.Select(name => new LossValues(name, ReadLosses(reader)))]
                : [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new LossValues(reader.ReadString(), ReadLosses(reader)))]);
        ImmutableArray<ScorePoint>.Builder history = ImmutableArray.CreateBuilder<ScorePoint>(reader.ReadInt32());
        while (history.Count < history.Capacity)
        {
            history.Add(new ScorePoint(reader.ReadInt32(), ReadScores(reader).ToWire()));
        }

        return new RunResult
        {
            Scores = summary.Scores.ToWire(),
            BestEpoch = summary.BestEpoch,
            Epochs = summary.Epochs,
            Losses = losses,
            History = history.MoveToImmutable(),
            Seconds = summary.Seconds,
        };
    }

    private static void Write(BinaryWriter writer, ImmutableArray<float> losses)
    {
        writer.Write(losses.Length);
        foreach (float loss in losses)
        {
            writer.Write(loss);
        }
    }

    private static ImmutableArray<float> ReadLosses(BinaryReader reader)
    {
        ImmutableArray<float>.Builder losses = ImmutableArray.CreateBuilder<float>(reader.ReadInt32());
        while (losses.Count < losses.Capacity)
        {
            losses.Add(reader.ReadSingle());
        }

        return losses.MoveToImmutable();
    }

    private static void Write(BinaryWriter writer, Scores scores)
    {
        foreach (Score score in Numbers)
        {
            writer.Write(scores[score] ?? 0);
        }

        writer.Write(scores[Score.JsAdversarial].HasValue);
        if (scores[Score.JsAdversarial] is { } adversarial)
        {
            writer.Write(adversarial);
        }
    }

    private static Scores ReadScores(BinaryReader reader)
    {
        Scores scores = Scores.Of(Numbers.Select(score => (score, (double?)reader.ReadDouble())));
        return scores.With(Score.JsAdversarial, reader.ReadBoolean() ? reader.ReadDouble() : null);
    }
}
