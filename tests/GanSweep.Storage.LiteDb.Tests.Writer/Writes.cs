using System.Buffers.Binary;
using System.Security.Cryptography;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Storage.LiteDb.Tests.Writer;

/// <summary>Numbered writes whose every byte follows from the number.</summary>
public static class Writes
{
    /// <summary>The sweep that all of them belong to.</summary>
    public const string SweepId = "numbered-00000000";

    /// <summary>The table that all of them are trained on.</summary>
    public static string DatasetHash { get; } = new('d', 64);

    /// <summary>The run key of a write.</summary>
    public static string Key(int number)
    {
        byte[] bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The bytes of a write: its checkpoint, or its generator.</summary>
    public static byte[] Content(int number)
    {
        byte[] content = new byte[1000 + (number * 7919 % 40_000)];
        for (int i = 0; i < content.Length; i++)
        {
            content[i] = (byte)((number * 31) + (i * 17) + (i >> 8));
        }

        return content;
    }

    /// <summary>Whether a write saves a checkpoint; the others complete a run.</summary>
    public static bool IsCheckpoint(int number)
    {
        return number % 2 == 0;
    }

    /// <summary>The run of a write.</summary>
    public static StoredRun Run(int number)
    {
        return new StoredRun(number, Key(number), RunState.Completed, 1, 0, null, false, RunSummary.Of(Result(number)));
    }

    /// <summary>The result of a write.</summary>
    public static RunResult Result(int number)
    {
        return new RunResult
        {
            Scores = new Scores { [Score.MeanGap] = number / 3.0, [Score.Total] = number }.ToWire(),
            BestEpoch = number,
            Epochs = number,
            Losses = new LossHistory(1, [new LossValues("loss", [number])]),
            History = [],
            Seconds = number,
        };
    }

    /// <summary>A configuration.</summary>
    public static RunConfiguration Configuration { get; } = new("gan", """{"loss":"minimax","layers":[64,32],"rate":0.001,"epochs":300,"clip":false}""");

    /// <summary>Does a write.</summary>
    public static Task DoAsync(ISweepStore store, int number)
    {
        ArgumentNullException.ThrowIfNull(store);
        return IsCheckpoint(number)
            ? store.SaveCheckpointAsync(Key(number), number, Content(number))
            : store.CompleteRunAsync(new RunCompletion(
                SweepId, Run(number), new RunSpec(Configuration, number, DatasetHash, 2000), Result(number), Content(number), []));
    }
}
