using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Settings.Models;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;
using GanSweep.Training.Progress;
using GanSweep.Training.Safetensors;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Checkpoints;

/// <summary>All that a run needs to go on from a step to the same bits: what steps change in its model, best generator, progress, history.</summary>
internal static class TrainingCheckpoint
{
    private const string Losses = "losses";
    private const string Best = "best";

    // The sums of an epoch that is about to diverge may be NaN.
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="task">The run that it is bound to.</param>
    /// <param name="progress">How far the run has come.</param>
    /// <param name="seconds">Seconds of training so far.</param>
    /// <param name="run">Its model.</param>
    public static byte[] Write(TrainingTask task, TrainingProgress progress, double seconds, IModelRun run)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(run);
        CheckpointHeader header = new()
        {
            RunKey = task.RunKey,
            Model = task.Family.Model.Name,
            Epoch = progress.Epoch,
            Row = progress.Step * task.Configuration.Get(LoopKeys.BatchSize),
            LossSums = progress.Sums.Losses,
            LossRows = progress.Sums.Rows,
            History = [.. progress.History],
            Counters = run.Counters,
            Seconds = seconds,
        };

        List<NamedTensor> tensors = [];
        foreach (string name in run.Parts)
        {
            Span<float> values = run.Part(name);
            tensors.Add(new NamedTensor(name, [values.Length], values.ToArray()));
        }

        tensors.Add(new NamedTensor(Losses, [task.Family.Model.Losses.Length, progress.Losses.Count], progress.Losses.ToArray()));
        tensors.Add(new NamedTensor(Best, [progress.BestWeights.Length], progress.BestWeights));
        return CheckpointEnvelope.Seal(JsonSerializer.SerializeToUtf8Bytes(header, Json), SafetensorsFile.Write(tensors));
    }

    /// <summary>Reads a checkpoint: puts the model back and returns how far the run had come.</summary>
    /// <param name="checkpoint">What <see cref="Write"/> wrote.</param>
    /// <param name="task">The run that is to go on.</param>
    /// <param name="run">Its model, which is overwritten once all has been checked.</param>
    /// <param name="batches">How many batches an epoch of it has.</param>
    /// <exception cref="ForeignCheckpointException">The checkpoint is another run's.</exception>
    /// <exception cref="DamagedCheckpointException">The checkpoint is not what was written.</exception>
    public static TrainingProgress Read(ReadOnlyMemory<byte> checkpoint, TrainingTask task, IModelRun run, int batches)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(run);
        (int version, ReadOnlyMemory<byte> headerBytes, ReadOnlyMemory<byte> tensorBytes) = CheckpointEnvelope.Open(checkpoint);
        CheckpointHeader header;
        Dictionary<string, float[]> tensors;
        try
        {
            header = version == 1 ? ReadHeader<FirstCheckpointHeader>(headerBytes).ToCurrent() : ReadHeader<CheckpointHeader>(headerBytes);
            tensors = SafetensorsFile.Read(tensorBytes).ToDictionary(tensor => tensor.Name, tensor => tensor.Values);
        }
        catch (Exception exception) when (exception is JsonException or SafetensorsException)
        {
            throw new DamagedCheckpointException(exception.Message.TrimEnd('.'), exception);
        }

        if (header.RunKey != task.RunKey && header.RunKey != task.Beginning)
        {
            throw new ForeignCheckpointException(task.RunKey, header.RunKey);
        }

        if (header.Epoch > task.Until || (header.Epoch == task.Until && header.Row > 0))
        {
            throw new DamagedCheckpointException($"it is in epoch {header.Epoch + 1}, and the run ends with epoch {task.Until}");
        }

        int step = header.Row / task.Configuration.Get(LoopKeys.BatchSize);
        if (!header.CanBe || step >= batches)
        {
            throw new DamagedCheckpointException($"after epoch {header.Epoch}, batch {step} of {batches}, it says what no run comes to");
        }

        int series = task.Family.Model.Losses.Length;
        bool fits = header.Model == task.Family.Model.Name
            && header.LossSums.Length == series
            && header.LossRows.Length == series
            && header.Counters.Length == run.Counters.Length;
        if (!fits)
        {
            throw new DamagedCheckpointException($"its model \"{header.Model}\" is not that of the run, {task.Family.Model}, or has other losses and counters");
        }

        foreach (string name in run.Parts)
        {
            Require(tensors, name, run.Part(name).Length);
        }

        Require(tensors, Losses, series * header.Epoch);
        Require(tensors, Best, header.History.IsEmpty ? 0 : run.Weights.Length);

        foreach (string name in run.Parts)
        {
            tensors[name].CopyTo(run.Part(name));
        }

        run.Counters = header.Counters;
        TrainingProgress progress = new(series)
        {
            Epoch = header.Epoch,
            Step = step,
            Sums = new EpochLossSums(header.LossSums, header.LossRows),
            Losses = LossLog.FromArray(tensors[Losses], series),
            EarlierSeconds = header.Seconds,
        };
        progress.Restore(header.History, tensors[Best]);
        return progress;
    }

    private static T ReadHeader<T>(ReadOnlyMemory<byte> json)
    {
        return JsonSerializer.Deserialize<T>(json.Span, Json) ?? throw new JsonException("The header is null.");
    }

    private static void Require(Dictionary<string, float[]> tensors, string name, int length)
    {
        if (!tensors.TryGetValue(name, out float[]? values) || values.Length != length)
        {
            throw new DamagedCheckpointException($"its tensor \"{name}\" has {values?.Length ?? 0} numbers and the run needs {length}");
        }
    }
}
