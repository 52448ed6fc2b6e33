using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Safetensors;
using GanSweep.Gan.Training;

namespace GanSweep.Gan.Checkpoints;

/// <summary>All that a run needs to go on from a step to the same bits: weights, moments, average, best generator, progress, history.</summary>
public static class TrainingCheckpoint
{
    private const string Losses = "losses";
    private const string Best = "best";

    private static readonly ImmutableArray<string> StateNames =
    [
        "generator", "generator.firstMoment", "generator.secondMoment", "generator.average",
        "discriminator", "discriminator.firstMoment", "discriminator.secondMoment",
    ];

    // The sums of an epoch that is about to diverge may be NaN.
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="runKey">The run that it is bound to.</param>
    /// <param name="progress">How far the run has come.</param>
    /// <param name="seconds">Seconds of training so far.</param>
    /// <param name="state">The networks.</param>
    public static byte[] Write(string runKey, TrainingProgress progress, double seconds, GanState state)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(state);
        CheckpointHeader header = new()
        {
            RunKey = runKey,
            Epoch = progress.Epoch,
            Row = progress.Row,
            Sum = progress.Sum,
            History = [.. progress.History],
            GeneratorUpdates = state.GeneratorOptimizer.Updates,
            DiscriminatorUpdates = state.DiscriminatorOptimizer.Updates,
            Seconds = seconds,
        };

        List<NamedTensor> tensors = [];
        foreach (string name in StateNames)
        {
            Span<float> values = Memory(state, name);
            tensors.Add(new NamedTensor(name, [values.Length], values.ToArray()));
        }

        tensors.Add(new NamedTensor(Losses, [4, progress.Losses.Count], progress.Losses.ToArray()));
        tensors.Add(new NamedTensor(Best, [progress.BestWeights.Length], progress.BestWeights));
        return CheckpointEnvelope.Seal(JsonSerializer.SerializeToUtf8Bytes(header, Json), SafetensorsFile.Write(tensors));
    }

    /// <summary>Reads a checkpoint: puts the networks back and returns how far the run had come.</summary>
    /// <param name="checkpoint">What <see cref="Write"/> wrote.</param>
    /// <param name="runKey">The run that is to go on.</param>
    /// <param name="state">The networks of that run, which are overwritten once all has been checked.</param>
    /// <exception cref="ForeignCheckpointException">The checkpoint is another run's.</exception>
    /// <exception cref="DamagedCheckpointException">The checkpoint is not what was written.</exception>
    public static TrainingProgress Read(ReadOnlyMemory<byte> checkpoint, string runKey, GanState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        (ReadOnlyMemory<byte> headerBytes, ReadOnlyMemory<byte> tensorBytes) = CheckpointEnvelope.Open(checkpoint);
        CheckpointHeader header;
        Dictionary<string, float[]> tensors;
        try
        {
            header = JsonSerializer.Deserialize<CheckpointHeader>(headerBytes.Span, Json) ?? throw new JsonException("The header is null.");
            tensors = SafetensorsFile.Read(tensorBytes).ToDictionary(tensor => tensor.Name, tensor => tensor.Values);
        }
        catch (Exception exception) when (exception is JsonException or SafetensorsException)
        {
            throw new DamagedCheckpointException(exception.Message.TrimEnd('.'), exception);
        }

        if (header.RunKey != runKey)
        {
            throw new ForeignCheckpointException(runKey, header.RunKey);
        }

        foreach (string name in StateNames)
        {
            Require(tensors, name, Memory(state, name).Length);
        }

        Require(tensors, Losses, 4 * header.Epoch);
        Require(tensors, Best, header.History.IsEmpty ? 0 : state.GeneratorShape.ParameterCount);

        foreach (string name in StateNames)
        {
            tensors[name].CopyTo(Memory(state, name));
        }

        state.GeneratorOptimizer.Updates = header.GeneratorUpdates;
        state.DiscriminatorOptimizer.Updates = header.DiscriminatorUpdates;
        TrainingProgress progress = new()
        {
            Epoch = header.Epoch,
            Row = header.Row,
            Sum = header.Sum,
            Losses = LossLog.FromArray(tensors[Losses]),
            EarlierSeconds = header.Seconds,
        };
        progress.Restore(header.History, tensors[Best]);
        return progress;
    }

    private static Span<float> Memory(GanState state, string name)
    {
        return name switch
        {
            "generator" => state.Generator.Values,
            "generator.firstMoment" => state.GeneratorOptimizer.FirstMoment,
            "generator.secondMoment" => state.GeneratorOptimizer.SecondMoment,
            "generator.average" => state.GeneratorAverage.Values,
            "discriminator" => state.Discriminator.Values,
            "discriminator.firstMoment" => state.DiscriminatorOptimizer.FirstMoment,
            _ => state.DiscriminatorOptimizer.SecondMoment,
        };
    }

    private static void Require(Dictionary<string, float[]> tensors, string name, int length)
    {
        if (!tensors.TryGetValue(name, out float[]? values) || values.Length != length)
        {
            throw new DamagedCheckpointException($"its tensor \"{name}\" has {values?.Length ?? 0} numbers and the run needs {length}");
        }
    }
}
