using System.Diagnostics;

namespace GanSweep.Benchmarks.Programs;

/// <summary>A run of the console program: how long it took, until its first epoch was reported too, and how much memory it used at most.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="FirstEpochSeconds">From its start to the first line that shows an epoch rate, if one came.</param>
/// <param name="PeakMegabytes">The most resident memory seen.</param>
internal sealed record Measured(double Seconds, double? FirstEpochSeconds, long PeakMegabytes)
{
    /// <summary>Runs the program in a folder and fails if it does.</summary>
    public static async Task<Measured> RunAsync(string folder, params string[] arguments)
    {
        using Process process = new()
        {
            StartInfo = new ProcessStartInfo("dotnet", [Checkout.Client, .. arguments])
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        double? firstEpoch = null;
        long start = Stopwatch.GetTimestamp();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (firstEpoch is null && line.Data?.Contains("epochs/s", StringComparison.Ordinal) == true)
            {
                firstEpoch = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        long peak = 0;
        Task exit = process.WaitForExitAsync();
        while (await Task.WhenAny(exit, Task.Delay(TimeSpan.FromMilliseconds(10))) != exit)
        {
            peak = Math.Max(peak, PeakOf(process));
        }

        return process.ExitCode == 0
            ? new Measured(Stopwatch.GetElapsedTime(start).TotalSeconds, firstEpoch, peak >> 20)
            : throw new InvalidOperationException($"gansweep {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has ended since it was last looked at.
            return 0;
        }
    }
}
