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

    /// <summary>Waits for a line with the text and tells when the first such one came.</summary>
    public async Task<long> WhenAsync(string text)
    {
        while (true)
        {
            lock (_lines)
            {
                foreach ((string line, long at) in _lines)
                {
                    if (line.Contains(text, StringComparison.Ordinal))
                    {
                        return at;
                    }
                }

                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"The program ended before it printed '{text}': {_lines.LastOrDefault().Line}");
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
