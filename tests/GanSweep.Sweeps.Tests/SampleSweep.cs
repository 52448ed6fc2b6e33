using System.Collections.Immutable;
using CsCheck;

namespace GanSweep.Sweeps.Tests;

/// <summary>A random valid sweep that can be written in several ways.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Replicates">Its replicates.</param>
/// <param name="Config">Fixed keys, each with the JSON text of its value.</param>
/// <param name="Space">Keys that vary, each with the JSON texts of its distinct values.</param>
public sealed record SampleSweep(
    long Seed,
    int Replicates,
    ImmutableArray<(string Key, string Value)> Config,
    ImmutableArray<(string Key, ImmutableArray<string> Values)> Space)
{
    // Both kinds of loss are always there, so that every option has an effect in some run.
    private static readonly ImmutableArray<string> Losses = ["\"wassersteinGp\"", "\"nonSaturating\"", "\"minimax\""];

    private static readonly ImmutableArray<(string Key, ImmutableArray<string> Values)> Pool =
    [
        ("latentDim", ["1", "16", "1024"]),
        ("generatorLayers", ["[64,64]", "[64]", "[1,2,3,4,5,6,7,8]", "[4096]"]),
        ("discriminatorLayers", ["[8,16]", "[16,8]"]),
        ("activation", ["\"relu\"", "\"leakyRelu\""]),
        ("generatorLearningRate", ["0.001", "0.0002", "1", "5E-324"]),
        ("discriminatorLearningRate", ["0.1", "0.30000000000000004", "0.3"]),
        ("beta1", ["0", "0.5", "0.9999999999999999"]),
        ("batchSize", ["1", "64", "65536"]),
        ("epochs", ["1000", "1", "1000000"]),
        ("labelSmoothing", ["0", "0.1", "0.5"]),
        ("gradientPenalty", ["0", "10", "1000"]),
        ("transform", ["\"none\"", "\"standard\"", "\"minMax\"", "\"log\"", "\"quantile\""]),
        ("patience", ["0", "3", "98", "99"]),
        ("evaluationInterval", ["10", "1000", "1000000"]),
        ("discriminatorSteps", ["1", "2", "100"]),
        ("clip", ["true", "false"]),
        ("learningRateDecay", ["0", "0.001", "1"]),
        ("r1Penalty", ["0", "0.1", "1000"]),
        ("engine", ["\"fused\"", "\"torch\""]),
    ];

    /// <summary>Sweeps of up to some hundred runs.</summary>
    public static Gen<SampleSweep> Gen { get; } =
        from seed in CsCheck.Gen.OneOf(CsCheck.Gen.Long[0, 1_000], CsCheck.Gen.Const((1L << 53) - 4))
        from replicates in CsCheck.Gen.Int[1, 4]
        from keys in CsCheck.Gen.Shuffle(Pool.ToArray())
        from varying in CsCheck.Gen.Int[0, 3]
        from fixedKeys in CsCheck.Gen.Int[0, 4]
        from take in CsCheck.Gen.Int[1, 3].Array[varying]
        from lossAt in CsCheck.Gen.Int[0, varying]
        let space = keys.Take(varying).Select((key, i) => (key.Key, Values: key.Values.Take(take[i]).ToImmutableArray())).ToImmutableArray()
        select new SampleSweep(
            seed,
            replicates,
            [.. keys.Skip(varying).Take(fixedKeys).Select(key => (key.Key, key.Values[^1]))],
            space.Insert(lossAt, ("loss", Losses)));

    /// <summary>The sweep on one line.</summary>
    public string Text => $$"""
        {"name":"s","dataset":"t.csv","seed":{{Seed}},"replicates":{{Replicates}},"config":{ {{Join(Config.Select(Fixed), ",")}} },"space":{ {{Join(Space.Select(Varying), ",")}} } }
        """;

    /// <summary>The same sweep with its keys in another order (but for the space's, which means something), spaced and commented, with
    /// trailing commas, defaults spelled out, another path and other spellings of some numbers.</summary>
    public string OtherText => $$"""
        { // a comment
          "space": { {{Join(Space.Select(Varying).Select(Respell), ", /* another */\n")}}, },
          "config": { {{Join(Config.Reverse().Select(Fixed).Select(Respell).Append("\"beta2\": 9e-1"), ",\n")}}, },
          "replicates": {{Replicates}}.0, "$schema": "elsewhere.json", "keepBest": 5, "maxAttempts": 3, "strategy": "grid",
          "ranking": { "weights": { "jsEstimate": 1.0 } },
          "seed": {{Seed}}, "dataset": "elsewhere/t.csv", "name": "s",
        }
        """;

    /// <summary>Its space alone, as one of several alternatives.</summary>
    public string Alternative => $$"""{ {{Join(Space.Select(Varying), ",")}} }""";

    private static string Fixed((string Key, string Value) key)
    {
        return $"\"{key.Key}\": {key.Value}";
    }

    private static string Varying((string Key, ImmutableArray<string> Values) key)
    {
        return $"\"{key.Key}\": [{Join(key.Values, ", ")}]";
    }

    private static string Respell(string text)
    {
        return text.Replace("0.001", "1e-3", StringComparison.Ordinal).Replace("1000,", "1.0E3,", StringComparison.Ordinal)
            .Replace("0.5", "0.50", StringComparison.Ordinal);
    }

    private static string Join(IEnumerable<string> parts, string separator)
    {
        return string.Join(separator, parts);
    }
}
