using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CsCheck;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Testing.Stores;

/// <summary>Arbitrary records.</summary>
public static class StoreRecords
{
    private static readonly Gen<ImmutableArray<int>> Layers = Gen.Int[1, 4096].Array[1, 8].Select(widths => widths.ToImmutableArray());

    private static readonly Gen<DateTimeOffset> Instant = Gen.Int[0, 1_000_000].Select(minutes => DateTimeOffset.UnixEpoch.AddMinutes(minutes));

    /// <summary>Bytes of nothing, of little, and of several parts.</summary>
    public static Gen<byte[]> Content { get; } = Gen.Frequency((1, Gen.Const<byte[]>([])), (6, Gen.Byte.Array[1, 20_000]), (1, Gen.Byte.Select(fill =>
    {
        byte[] content = new byte[(1 << 21) + fill];
        Array.Fill(content, fill);
        return content;
    })));

    public static Gen<Scores> Scores { get; } = Gen.Select(Gen.Double.Array[6], Gen.Bool, (numbers, adversarial) => new Scores
    {
        [Score.MeanGap] = numbers[0],
        [Score.StdGap] = numbers[1],
        [Score.CorrelationDistance] = numbers[2],
        [Score.JsEstimate] = numbers[3],
        [Score.JsAdversarial] = adversarial ? numbers[4] : null,
        [Score.Total] = numbers[5],
    });

    public static Gen<RunSummary> Summary { get; } =
        Gen.Select(Scores, Gen.Int, Gen.Int, Gen.Double, (scores, best, epochs, seconds) => new RunSummary(scores, best, epochs, seconds));

    // As canonical texts are: no white space, numbers as they are written, choices as words.
    private static readonly Gen<RunConfiguration> Configuration =
        from layers in Layers
        from numbers in Gen.Double[-1e9, 1e9].Array[2]
        from whole in Gen.Int
        from loss in Gen.OneOf(Gen.Const("minimax"), Gen.Const("nonSaturating"), Gen.Const("wassersteinGp"))
        from clip in Gen.Bool
        from other in Gen.Bool
        let values = new JsonObject
        {
            ["loss"] = loss,
            ["layers"] = new JsonArray([.. layers.Select(width => JsonValue.Create(width))]),
            ["rate"] = numbers[0],
            ["beta"] = numbers[1],
            ["epochs"] = whole,
            ["clip"] = clip,
        }
        select other
            ? new RunConfiguration("other", new JsonObject([new("model", "other"), .. values.ToArray().Select(Free)]).ToJsonString())
            : new RunConfiguration("gan", values.ToJsonString());

    /// <summary>One of few, so that passes replace and miss one another.</summary>
    public static Gen<string> PassHash { get; } = Gen.Int[0, 4].Select(number => $"{number:x2}");

    public static Gen<StoredKey> Key { get; } =
        from number in Gen.Int[0, 3]
        from name in Gen.String[Gen.Char['a', 'z'], 1, 12]
        from role in Gen.Enum<AccessRole>()
        from used in Instant.Nullable()
        from expires in Instant.Nullable()
        from revoked in Instant.Nullable()
        select new StoredKey($"k{number}", name, role, $"{number:x64}", DateTimeOffset.UnixEpoch.AddHours(number), expires, revoked, used);

    public static Gen<StoredPass> Pass { get; } =
        from hash in PassHash
        from kind in Gen.Enum<PassKind>()
        from role in Gen.Enum<AccessRole>()
        from key in Gen.Const("k1").Null()
        from created in Instant
        select new StoredPass(hash, kind, role, "who", key, created, created.AddHours(12));

    public static Gen<AuditEntry> Entry { get; } =
        from at in Instant
        from action in Gen.OneOf(Gen.Const("submitted"), Gen.Const("refused"))
        from sweep in Gen.Const("a-1").Null()
        select new AuditEntry { At = at, Who = "loopback", From = "127.0.0.1", Action = action, Sweep = sweep };

    public static Gen<RunSpec> Spec { get; } =
        from configuration in Configuration
        from seed in Gen.Long
        from rows in Gen.Int
        from table in Gen.OneOf(StoreKeys.Tables.Select(Gen.Const).ToArray())
        from target in Gen.String.Null()
        from until in Gen.Int.Nullable()
        select new RunSpec(configuration, seed, StoreKeys.Hash(table), rows, Target: target, Until: until);

    public static Gen<RunResult> Result { get; } =
        from summary in Summary
        from first in Gen.Int
        from losses in Gen.Single.Array[0, 40].Array[0, 5]
        from name in Gen.String
        from history in Gen.Select(Gen.Int, Scores, (epoch, scores) => new ScorePoint(epoch, scores.ToWire())).Array[0, 5]
        select new RunResult
        {
            Scores = summary.Scores.ToWire(),
            BestEpoch = summary.BestEpoch,
            Epochs = summary.Epochs,
            Losses = new LossHistory(first, [.. losses.Select((values, i) => new LossValues($"{name}{i}", [.. values]))]),
            History = [.. history],
            Seconds = summary.Seconds,
        };

    public static Gen<Yardsticks> Yardsticks { get; } = Gen.Select(Scores, Scores, (floor, second) => new Yardsticks(floor, second));

    public static Gen<StoredSweep> Sweep { get; } =
        from sweepId in Gen.Int[0, StoreKeys.Few.SweepIds.Count - 1]
        from json in Gen.String
        from state in Gen.Enum<SweepState>()
        from offset in Gen.Int[0, 1000]
        from yardsticks in Yardsticks.Null()
        from counts in Gen.Int.Array[6]
        from best in Gen.Double.Nullable()
        select new StoredSweep(
            StoreKeys.Few.SweepIds[sweepId],
            json,
            StoreKeys.Hash(StoreKeys.Tables[0]),
            state,

            // One instant for each sweep, so that the order of submission is certain.
            new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero).AddTicks((sweepId * 10_000) + offset),
            yardsticks,
            new SweepCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]),
            best);

    public static Gen<StoredCohort> Cohort { get; } = Gen.Select(Gen.Int[0, 3], Gen.String.AlphaNumeric, (number, json) => new StoredCohort(number, json));

    public static Gen<StoredRun> Run { get; } =
        from run in Gen.Frequency((4, Gen.Int[1, 12]), (1, Gen.Int[999_999, 1_000_001]), (1, Gen.Const(int.MaxValue)))
        from runKey in Gen.OneOf(StoreKeys.Few.RunKeys.Select(Gen.Const).ToArray())
        from state in Gen.Enum<RunState>()
        from attempts in Gen.Int.Array[2]
        from error in Gen.String.Null()
        from reused in Gen.Bool
        from summary in Summary.Null()
        select new StoredRun(run, runKey, state, attempts[0], attempts[1], error, reused, summary);

    // A node has one parent: a copy of it.
    private static KeyValuePair<string, JsonNode?> Free(KeyValuePair<string, JsonNode?> member)
    {
        return new KeyValuePair<string, JsonNode?>(member.Key, member.Value?.DeepClone());
    }
}
