using System.Diagnostics;
using System.Globalization;

namespace GanSweep.Fuzzing;

/// <summary>
/// Plays changed inputs on what reads them, some hundred on every build. <c>GANSWEEP_FUZZ_SECONDS</c> plays on for so long, and <c>GANSWEEP_SEED</c> says
/// where to begin: a fault names the seed that makes its input again.
/// </summary>
public static class Fuzz
{
    // Far beyond what the longest input takes: what is longer hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Plays inputs on a reader that answers at once, and watches what it allocates.</summary>
    /// <param name="inputs">The input of a seed.</param>
    /// <param name="cases">How many there are at least.</param>
    /// <param name="mostAllocated">Bytes that one input may allocate.</param>
    /// <param name="isAccepted">Reads an input: whether it is taken, or refused as it should be. Whatever it throws is a fault.</param>
    /// <returns>How many were taken.</returns>
    public static async Task<int> PlayAsync(Func<int, byte[]> inputs, int cases, long mostAllocated, Func<byte[], bool> isAccepted)
    {
        // On a thread of its own, so that one that hangs is noticed.
        return await PlayAsync(inputs, cases, input => Task.Run(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            bool accepted = isAccepted(input);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= mostAllocated, $"{input.Length:N0} bytes made it allocate {allocated:N0}, and {mostAllocated:N0} are the most.");
            return accepted;
        }));
    }

    /// <summary>Plays inputs on whatever reads them.</summary>
    /// <param name="inputs">The input of a seed.</param>
    /// <param name="cases">How many there are at least.</param>
    /// <param name="isAcceptedAsync">Reads an input: whether it is taken, or refused as it should be. Whatever it throws is a fault.</param>
    /// <returns>How many were taken.</returns>
    public static async Task<int> PlayAsync(Func<int, byte[]> inputs, int cases, Func<byte[], Task<bool>> isAcceptedAsync)
    {
        TimeSpan playing = TimeSpan.FromSeconds(Number("GANSWEEP_FUZZ_SECONDS", 0));
        int first = Number("GANSWEEP_SEED", 1);
        long start = Stopwatch.GetTimestamp();
        int accepted = 0;
        int played = 0;
        for (; played < cases || Stopwatch.GetElapsedTime(start) < playing; played++)
        {
            int seed = first + played;
            byte[] input = inputs(seed);
            try
            {
                accepted += await isAcceptedAsync(input).WaitAsync(Patience, TestContext.Current.CancellationToken) ? 1 : 0;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Assert.Fail($"GANSWEEP_SEED={seed}: {fault}\n{Convert.ToBase64String(input.AsSpan(0, Math.Min(input.Length, 20_000)))}");
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{played:N0} inputs, {accepted:N0} of them accepted");
        return accepted;
    }

    private static int Number(string variable, int otherwise)
    {
        return Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
