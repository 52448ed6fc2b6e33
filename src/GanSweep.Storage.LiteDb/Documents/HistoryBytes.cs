using System.Collections.Immutable;
using System.Text;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>
/// The losses and evaluations of a result as bytes, little-endian: a version; the first epoch; the four losses, each its count and single
/// precision values; then the evaluations, each its epoch, five double precision scores, and the sixth behind a flag.
/// </summary>
internal static class HistoryBytes
{
    private const byte Version = 1;

    public static byte[] Of(RunResult result)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(result.Losses.FirstEpoch);
        Write(writer, result.Losses.Discriminator);
        Write(writer, result.Losses.DiscriminatorReal);
        Write(writer, result.Losses.DiscriminatorFake);
        Write(writer, result.Losses.Generator);
        writer.Write(result.History.Length);
        foreach (ScorePoint point in result.History)
        {
            writer.Write(point.Epoch);
            Write(writer, point.Scores);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The whole result, or null if the bytes are of another version.</summary>
    public static RunResult? Read(byte[] bytes, RunSummary summary)
    {
        using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadByte() != Version)
        {
            return null;
        }

        LossHistory losses = new(reader.ReadInt32(), ReadLosses(reader), ReadLosses(reader), ReadLosses(reader), ReadLosses(reader));
        ImmutableArray<ScorePoint>.Builder history = ImmutableArray.CreateBuilder<ScorePoint>(reader.ReadInt32());
        while (history.Count < history.Capacity)
        {
            history.Add(new ScorePoint(reader.ReadInt32(), ReadScores(reader)));
        }

        return new RunResult
        {
            Scores = summary.Scores,
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

    private static void Write(BinaryWriter writer, GanScores scores)
    {
        writer.Write(scores.MeanGap);
        writer.Write(scores.StdGap);
        writer.Write(scores.CorrelationDistance);
        writer.Write(scores.JsEstimate);
        writer.Write(scores.Total);
        writer.Write(scores.JsAdversarial.HasValue);
        if (scores.JsAdversarial is { } adversarial)
        {
            writer.Write(adversarial);
        }
    }

    private static GanScores ReadScores(BinaryReader reader)
    {
        return new GanScores
        {
            MeanGap = reader.ReadDouble(),
            StdGap = reader.ReadDouble(),
            CorrelationDistance = reader.ReadDouble(),
            JsEstimate = reader.ReadDouble(),
            Total = reader.ReadDouble(),
            JsAdversarial = reader.ReadBoolean() ? reader.ReadDouble() : null,
        };
    }
}
