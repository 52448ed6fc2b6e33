using System.Globalization;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Hostility;

/// <summary>Odd arguments, files and tables, thrown at every verb. It may refuse them, in words and in time, and touches nothing else.</summary>
public sealed class HostileUseTests : IAsyncLifetime
{
    // GANSWEEP_CASES plays more of them, from GANSWEEP_SEED on. What is in the files is played in thousands without a process (Fuzzed...Tests).
    private static readonly int Cases = Number("GANSWEEP_CASES", 60);
    private static readonly int FirstSeed = Number("GANSWEEP_SEED", 1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    private Sandbox? _template;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _template = await Sandbox.NewAsync(Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _template?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AnyVerb_WithAnything_EndsInWordsAndInTimeAndTouchesNothingElse()
    {
        List<string> faults = [];
        Dictionary<int, int> codes = [];
        await Parallel.ForAsync(FirstSeed, FirstSeed + Cases, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation }, async (seed, _) =>
        {
            (int code, string fault) = await PlayAsync(seed);
            lock (faults)
            {
                codes[code] = codes.GetValueOrDefault(code) + 1;
                if (fault.Length > 0)
                {
                    faults.Add($"GANSWEEP_SEED={seed} GANSWEEP_CASES=1: {fault}");
                }
            }
        });

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));

        // Lines that are all refused alike would show nothing.
        Assert.All((int[])[0, 1, 2], code => Assert.True(codes.GetValueOrDefault(code) >= Cases / 20, $"The exit codes were {string.Join(", ", codes)}."));
    }

    private async Task<(int Code, string Fault)> PlayAsync(int seed)
    {
        HostileText text = new(new Random(seed));
        using Sandbox sandbox = _template!.Copy();
        sandbox.Write("wrong.json", text.Json());
        IReadOnlyDictionary<string, string> before = sandbox.Files();
        string[] line = text.Line();

        await using ProgramProcess program = ProgramProcess.Client(sandbox.Path, line);
        int code = await EndAsync(program);

        string said = program.Errors + program.Output;
        string? fault = code switch
        {
            -1 => $"it did not end within {Limit.TotalSeconds} s, nor after SIGINT",
            not (0 or 1 or 2 or 130) => $"it ended with {code}",
            _ when said.Contains("Unexpected failure", StringComparison.Ordinal) => "it was unexpected",
            _ when said.Contains("   at ", StringComparison.Ordinal) || said.Contains("Unhandled exception", StringComparison.Ordinal) => "it showed a stack",
            not 0 when program.Errors.Length == 0 && program.Output.Length == 0 => $"it ended with {code} and said nothing",
            _ => Touched(line, before, sandbox.Files()),
        };
        return (code, fault is null ? "" : $"{string.Join(' ', line.Select(word => $"'{word}'"))}: {fault}\n{said[..Math.Min(said.Length, 2_000)]}");
    }

    // What waits, for a sweep that nobody trains say, ends when it is asked to.
    private static async Task<int> EndAsync(ProgramProcess program)
    {
        try
        {
            return await program.ExitAsync(Cancellation, Limit / 2);
        }
        catch (TimeoutException)
        {
            program.Interrupt();
        }

        try
        {
            return await program.ExitAsync(Cancellation, Limit / 2);
        }
        catch (TimeoutException)
        {
            return -1;
        }
    }

    /// <summary>What was there stays as it was, but for what GanSweep wrote itself or was forced to replace.</summary>
    private static string? Touched(string[] line, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        int option = Array.IndexOf(line, "--out");
        string? output = option >= 0 && option + 1 < line.Length ? line[option + 1] : null;
        bool forced = line.Contains("--force");
        return before.Where(file => after.GetValueOrDefault(file.Key) != file.Value)
            .Where(file => !IsOwn(file.Key) && !(forced && (file.Key == output || output is "link.csv" or "dangling.csv")))
            .Select(file => $"{file.Key} is {(after.ContainsKey(file.Key) ? "another" : "gone")}")
            .FirstOrDefault();
    }

    private static bool IsOwn(string file)
    {
        return file.StartsWith("results", StringComparison.Ordinal) || file == "g.zip";
    }

    private static int Number(string variable, int otherwise)
    {
        return Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
