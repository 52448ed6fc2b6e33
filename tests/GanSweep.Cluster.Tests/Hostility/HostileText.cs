namespace GanSweep.Cluster.Tests.Hostility;

/// <summary>Sweeps that somebody got wrong, and lines that nobody meant. Where a verb may write stays within the sandbox, and in devices.</summary>
/// <param name="random">What they are drawn with.</param>
internal sealed class HostileText(Random random)
{
    /// <summary>A sweep that trains in an instant.</summary>
    public const string Sweep =
        """
        {
          "name": "tiny", "dataset": "good.csv", "seed": 1, "evaluationRows": 50, "keepBest": 1,
          "config": { "epochs": 2, "generatorLayers": [4], "discriminatorLayers": [4], "transform": "standard" },
          "space": { "batchSize": [16, 32] },
          "ranking": { "weights": { "meanGap": 1 }, "limits": { "stdGap": { "max": 100 } } }
        }
        """;

    private static readonly string[] Verbs =
    [
        "validate", "run", "submit", "watch", "list", "leaderboard", "show", "pause", "resume", "cancel", "retry", "report", "download", "sample", "score", "cluster", "verify",
        "web", "keys", "audit",
    ];

    private static readonly string[] Tables =
    [
        "good.csv", "crlf.csv", "utf16.csv", "latin1.csv", "semicolons.csv", "tabs.csv", "empty.csv", "blank.csv", "header.csv", "one-row.csv", "words.csv", "gaps.csv",
        "ragged.csv", "twice.csv", "quotes.csv", "comment.csv", "infinite.csv", "large.csv", "constant.csv", "escape.csv", "formula.csv", "wide.csv", "nul.csv", "noise.csv",
        "folder.csv", "link.csv", "dangling.csv", "nowhere.csv", "/dev/null", "/dev/zero", "/etc/passwd", "/proc/self/mem", "g.zip", "sweep.json", ".", "/", "",
    ];

    private static readonly string[] Generators =
        ["g.zip", "cut.zip", "flipped0.zip", "flipped1.zip", "flipped2.zip", "flipped3.zip", "text.zip", "other.zip", "good.csv", "/dev/zero", "nowhere.zip", ".", ""];

    private static readonly string[] Data =
        ["data", "data", "data", "data-cut", "data-short", "data-noise", "data-flipped", "data-page", "data-empty", "data-folder", "data-new/deep", "precious.txt", " ", "folder.csv"];

    private static readonly string[] Outputs =
        ["out", "out/deep/er", "precious.txt", "good.csv", "link.csv", "dangling.csv", "folder.csv", "g.zip", "results", "/dev/null", "/dev/full", "-", "", " ", "sweep.json", "."];

    private static readonly string[] Odd =
    [
        "", " ", "-", "--", "-1", "0", "1", "2", "3", "1e3", "2,000", "1.5", "99999999999999999999", "NaN", "é", "a\tb", "a\nb", "\u001b[2J", "\u202e", "--help", "*", "$HOME",
        "tiny", "tin", "TINY", "../../x", new string('x', 5_000),
    ];

    private static readonly string[] Addresses =
        ["127.0.0.1:1", "127.0.0.1", "127.0.0.1:99999", "[::1]:1", "a", "a b:1", ":", "localhost:http", "", "::"];

    private static readonly string[] JsonValues =
    [
        "null", "true", "-1", "0", "1", "1e999", "-0.0", "1.5", "9007199254740993", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[]]", "[1, 1]", "[1, \"a\"]",
        "{ \"max\": 1 }", "99999999", "\"grid\"", "\"../good.csv\"", "\"words.csv\"", "\"/dev/zero\"", "\"constant.csv\"", "\"large.csv\"", "\"log\"", "\"wassersteinGp\"",
    ];

    private static readonly string[] JsonKeys =
    [
        "name", "dataset", "seed", "replicates", "strategy", "keepBest", "maxAttempts", "evaluationRows", "holdout", "config", "space", "ranking", "model", "$schema", "epochs", "loss",
        "batchSize", "latentDim", "clip", "patience", "engine", "größe", "", "__proto__",
    ];

    /// <summary>A command line.</summary>
    public string[] Line()
    {
        string verb = random.Next(20) == 0 ? Any(Odd) : Any(Verbs);
        List<string> line = [verb];
        if (random.Next(12) > 0)
        {
            line.AddRange(ArgumentsOf(verb));
        }

        for (int options = random.Next(3); options > 0; options--)
        {
            line.AddRange(Option());
        }

        if (verb is not ("sample" or "score") && random.Next(8) > 0)
        {
            line.AddRange(["--data", Any(Data)]);
        }

        return [.. line];
    }

    /// <summary>A sweep.json, more or less.</summary>
    public string Json()
    {
        string text = Sweep;
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(text.Length);
            text = random.Next(7) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)),
                1 => text.Insert(at, Any(["\"", "{", "}", "[", "]", ",", ":", "\0", "/*", "//", "é", "\ufeff", new string('[', 2_000)])),
                2 => text.Replace("good.csv", Any(Tables).Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal),
                3 => text.Replace("\"seed\": 1", $"\"{Any(JsonKeys)}\": {Any(JsonValues)}", StringComparison.Ordinal),
                4 => text.Replace("\"epochs\": 2", $"\"epochs\": 2, \"{Any(JsonKeys)}\": {Any(JsonValues)}", StringComparison.Ordinal),
                5 => text.Replace("[16, 32]", $"[16], \"{Any(JsonKeys)}\": [{Any(JsonValues)}, {Any(JsonValues)}]", StringComparison.Ordinal),
                _ => text.Replace("\"standard\"", Any(JsonValues), StringComparison.Ordinal),
            };
        }

        return text;
    }

    private string[] ArgumentsOf(string verb)
    {
        return verb switch
        {
            "validate" or "submit" => [Any(["sweep.json", "wrong.json", "wrong.json", "wrong.json", .. Tables])],

            // A table alone is trained for minutes.
            "run" => [Any(["sweep.json", "wrong.json", "wrong.json", "wrong.json", .. Tables.Except(["good.csv", "crlf.csv", "constant.csv", "large.csv", "formula.csv", "wide.csv", "link.csv"])])],
            "sample" => [Any(Generators)],
            "score" => [Any(Tables), Any(["good.csv", .. Tables])],
            "show" => [Any(["tiny", .. Odd]), Any(["1", "2", "1,000", .. Odd])],
            "keys" => [Any(["create", "list", "revoke", .. Odd]), .. random.Next(3) == 0 ? (string[])["--role", Any(["admin", "reader", .. Odd])] : [Any(Odd)]],
            "list" or "cluster" or "verify" or "web" or "audit" => [],
            _ => [Any(["tiny", "tiny", .. Odd])],
        };
    }

    private string[] Option()
    {
        return random.Next(16) switch
        {
            0 or 1 or 2 => ["--out", Any(Outputs)],
            3 => ["--json"],
            4 => ["--force"],
            5 => ["--rows", Any(["10", "1e3", "2,000", "1e18", "1,000,000,000,000", .. Odd])],
            6 => ["--seed", Any(Odd)],
            7 => ["--run", Any(Odd)],
            8 => ["--top", Any(Odd)],
            9 => ["--slots", Any(["1", "2", "0", "-3", "x"])],
            10 => ["--cluster", Any(Addresses)],
            11 => ["--redis", Any(Addresses)],
            12 => ["--scores", Any(["jointDistance", "nothing", .. Odd])],
            13 => ["--repair-to", Any(["repaired", "out", "folder.csv", "precious.txt", "data", "results", ""])],
            14 => [Any(["--by-config", "--watch", "--safe-csv", "--version", "--help", "--nonsense", "-x"])],
            _ => [Any(Odd)],
        };
    }

    private string Any(string[] values)
    {
        return values[random.Next(values.Length)];
    }
}
