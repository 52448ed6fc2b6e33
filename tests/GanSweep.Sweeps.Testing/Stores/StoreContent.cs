using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Testing.Stores;

/// <summary>Everything that can be asked of a store about a few keys, as text.</summary>
public static class StoreContent
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static async Task<string> OfAsync(ISweepStore store, StoreKeys keys)
    {
        StringBuilder text = new();
        Add(text, "keys", await store.Access.ListKeysAsync());
        Add(text, "passes", await store.Access.ListPassesAsync());
        Add(text, "log", await store.Access.ReadAuditAsync(before: null, 3), await store.Access.ReadAuditAsync(before: 3, 100));
        Add(text, "sweeps", await store.ListSweepsAsync());
        foreach (string sweepId in keys.SweepIds)
        {
            Add(text, $"sweep {sweepId}", await store.FindSweepAsync(sweepId));
            Add(text, $"runs of {sweepId}", await store.ListRunsAsync(sweepId));
            Add(text, $"cohorts of {sweepId}", await store.ListCohortsAsync(sweepId));
        }

        foreach (string hash in keys.DatasetHashes)
        {
            Add(text, "tables", await store.GetDatasetsLengthAsync());
            Add(text, $"table {hash}", Digest(await store.ReadDatasetAsync(hash)), await store.GetDatasetLengthAsync(hash));
            Add(text, $"results on {hash}", (await store.ListResultsAsync(hash)).OrderBy(result => result.RunKey, StringComparer.Ordinal));
            HashSet<string> known = [keys.RunKeys[0], keys.RunKeys[^1]];
            Add(text, $"other results on {hash}", (await store.ListResultsAsync(hash, known)).OrderBy(result => result.RunKey, StringComparer.Ordinal));
        }

        Add(text, "results", await store.FindResultsAsync(keys.RunKeys));
        foreach (string runKey in keys.RunKeys)
        {
            Add(text, $"result {runKey}", await store.FindResultsAsync([runKey]), await store.ReadResultAsync(runKey));
            RunCheckpoint? checkpoint = await store.ReadCheckpointAsync(runKey);
            Add(text, $"checkpoint {runKey}", checkpoint?.Epoch, Digest(checkpoint?.Content));
            Add(text, $"yardsticks {runKey}", await store.FindYardsticksAsync(runKey));
            Add(text, $"generator {runKey}", Digest(await store.ReadGeneratorAsync(runKey)));
        }

        return text.ToString();
    }

    private static string? Digest(byte[]? content)
    {
        return content is null ? null : $"{content.Length} bytes {Convert.ToHexStringLower(SHA256.HashData(content))}";
    }

    private static void Add(StringBuilder text, string what, params object?[] values)
    {
        text.Append(what).Append(": ").AppendLine(JsonSerializer.Serialize(values, Options));
    }
}
