using System.Collections.Immutable;
using System.Text;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>
/// The losses and evaluations of a result as bytes, little-endian: a version; the first epoch; the number of losses, each its name, its count
/// and single precision values; then the number of the scores that an evaluation has, and their names; then the evaluations, each its epoch, and of
/// each of these scores whether it exists, and its double precision value if it does.
/// Version 2 had five scores that always existed, and a sixth behind a flag; version 1 moreover four losses without their number and names.
/// </summary>
internal static class HistoryBytes
{
    private const byte Version = 3;

    private static readonly ImmutableArray<string> FirstLosses = ["discriminator", "discriminatorReal", "discriminatorFake", "generator"];

    private static readonly ImmutableArray<Score> FirstScores =
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

        (int Epoch, Scores Scores)[] history = [.. result.History.Select(point => (point.Epoch, point.Scores.ToScores()))];
        Score[] evaluated = [.. Score.Known.Where(score => history.Any(point => point.Scores[score] is not null))];
        writer.Write(evaluated.Length);
        foreach (Score score in evaluated)
        {
            writer.Write(score.Name);
        }

        writer.Write(history.Length);
        foreach ((int epoch, Scores scores) in history)
        {
            writer.Write(epoch);
            foreach (Score score in evaluated)
            {
                Write(writer, scores[score]);
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The whole result, or null if the bytes are of a version that is not known.</summary>
    public static RunResult? Read(byte[] bytes, RunSummary summary)
    {
        using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
        byte version = reader.ReadByte();
        if (version is 0 or > Version)
        {
            return null;
        }

        int firstEpoch = reader.ReadInt32();
        LossHistory losses = new(
            firstEpoch,
            version == 1
                ? [.. FirstLosses.Select(name => new LossValues(name, ReadLosses(reader)))]
                : [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new LossValues(reader.ReadString(), ReadLosses(reader)))]);

        // A score that there is no more has a name but no score.
        Score?[] evaluated = version == Version ? [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => Score.Find(reader.ReadString()))] : [];
        ImmutableArray<ScorePoint>.Builder history = ImmutableArray.CreateBuilder<ScorePoint>(reader.ReadInt32());
        while (history.Count < history.Capacity)
        {
            history.Add(new ScorePoint(reader.ReadInt32(), (version == Version ? ReadScores(reader, evaluated) : ReadFirstScores(reader)).ToWire()));
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

    private static void Write(BinaryWriter writer, double? score)
    {
        writer.Write(score.HasValue);
        if (score is { } value)
        {
            writer.Write(value);
        }
    }

    private static double? ReadScore(BinaryReader reader)
    {
        return reader.ReadBoolean() ? reader.ReadDouble() : null;
    }

    private static Scores ReadScores(BinaryReader reader, Score?[] evaluated)
    {
        (Score? Score, double? Value)[] read = [.. evaluated.Select(score => (score, ReadScore(reader)))];
        return Scores.Of(read.Where(each => each.Score is not null).Select(each => (each.Score!, each.Value)));
    }

    private static Scores ReadFirstScores(BinaryReader reader)
    {
        Scores scores = Scores.Of(FirstScores.Select(score => (score, (double?)reader.ReadDouble())));
        return scores.With(Score.JsAdversarial, ReadScore(reader));
    }
}
