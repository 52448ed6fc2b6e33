using System.Diagnostics;

namespace GanSweep.Benchmarks.Cluster;

/// <summary>A program whose printed lines are kept with the time at which they came. It is killed when disposed of.</summary>
internal sealed class LoggedProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<(string Line, long At)> _lines = [];

    public LoggedProcess(string folder, string program, params string[] arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The processor time that it has had.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What of it was had by the threads that train.</summary>
    public TimeSpan TrainingTime
    {
        get
        {
            _process.Refresh();
            TimeSpan time = TimeSpan.Zero;
            foreach (ProcessThread thread in _process.Threads)
            {
                string name = $"/proc/{_process.Id}/task/{thread.Id}/comm";
                if (File.Exists(name) && File.ReadAllText(name).StartsWith("trainer slot", StringComparison.Ordinal))
                {
                    time += thread.TotalProcessorTime;
                }
            }

            return time;
        }
    }

    /// <summary>The most resident memory that it has had.</summary>
    public long PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 >> 20;
        }
    }

    /// <summary>Waits for a line with all of some texts and tells when the first such one came.</summary>
    public async Task<long> WhenAsync(params string[] texts)
    {
        return (await FindAsync(texts)).At;
    }

    /// <summary>Waits for a line with all of some texts.</summary>
    /// <returns>The first such line, and when it came.</returns>
    public async Task<(string Line, long At)> FindAsync(params string[] texts)
    {
        while (true)
        {
            lock (_lines)
            {
                foreach ((string line, long at) in _lines)
                {
                    if (texts.All(text => line.Contains(text, StringComparison.Ordinal)))
                    {
                        return (line, at);
                    }
                }

                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"The program ended before it printed '{string.Join("' and '", texts)}': {_lines.LastOrDefault().Line}");
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            lock (_lines)
            {
                _lines.Add((line, Stopwatch.GetTimestamp()));
            }
        }
    }
}
