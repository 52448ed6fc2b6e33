using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace GanSweep.Cluster.Tests.Processes;

/// <summary>A program of this checkout as a process, whose lines can be waited for and which can be sent signals. Killed when disposed.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Lock _lock = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    private ProgramProcess(string program, string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        ProcessStartInfo start = new(program)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Standard output so far.</summary>
    public string Output => Read(_output);

    /// <summary>Standard error so far.</summary>
    public string Errors => Read(_errors);

    public static ProgramProcess Client(string folder, params string[] arguments)
    {
        return new ProgramProcess("dotnet", folder, [Checkout.Program("GanSweep.Client", "gansweep.dll"), .. arguments]);
    }

    /// <summary>The console program with a variable of its own in its environment.</summary>
    public static ProgramProcess Client(string folder, (string Name, string Value) variable, params string[] arguments)
    {
        return new ProgramProcess("dotnet", folder, [Checkout.Program("GanSweep.Client", "gansweep.dll"), .. arguments], variable);
    }

    public static ProgramProcess Silo(string folder, params string[] arguments)
    {
        return new ProgramProcess("dotnet", folder, [Checkout.Program("GanSweep.Silo", "gansweep-silo.dll"), "--http", "127.0.0.1:0", .. arguments]);
    }

    /// <summary>A program of the machine's.</summary>
    public static ProgramProcess Other(string program, string folder, params string[] arguments)
    {
        return new ProgramProcess(program, folder, arguments);
    }

    /// <summary>Waits until a line with the text was printed, on either stream.</summary>
    public async Task WaitForAsync(string text, CancellationToken cancellationToken)
    {
        TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_output.ToString().Contains(text, StringComparison.Ordinal) || _errors.ToString().Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            _awaited.Add((text, seen));
        }

        Task exited = _process.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(seen.Task, exited).WaitAsync(TimeSpan.FromMinutes(4), cancellationToken) == exited && !seen.Task.IsCompleted)
        {
            Assert.Fail($"The program ended before it printed '{text}'.\n{Errors}\n{Output}");
        }
    }

    /// <summary>Waits for the end, four minutes unless told otherwise, and returns the exit code.</summary>
    public async Task<int> ExitAsync(CancellationToken cancellationToken, TimeSpan? limit = null)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(limit ?? TimeSpan.FromMinutes(4), cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        Signal(9);
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public void Interrupt()
    {
        Signal(2);
    }

    /// <summary>SIGSTOP: it hangs, with its connections open.</summary>
    public void Suspend()
    {
        Signal(19);
    }

    /// <summary>SIGCONT: it goes on as if nothing had been.</summary>
    public void Continue()
    {
        Signal(18);
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void Terminate()
    {
        Signal(15);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Signal(int signal)
    {
        Assert.Equal(0, Kill(_process.Id, signal));
    }

    private void Take(StringBuilder stream, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            stream.Append(line).Append('\n');
            foreach ((string text, TaskCompletionSource seen) in _awaited)
            {
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    seen.TrySetResult();
                }
            }
        }
    }

    private string Read(StringBuilder stream)
    {
        lock (_lock)
        {
            return stream.ToString();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
