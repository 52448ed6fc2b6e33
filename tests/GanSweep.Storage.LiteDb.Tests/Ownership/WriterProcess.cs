using System.Collections.Concurrent;
using System.Diagnostics;

namespace GanSweep.Storage.LiteDb.Tests.Ownership;

/// <summary>A process that writes to a store until it is killed.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _lineCount = new(0);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WriterProcess(string folder, int firstNumber)
        : this("dotnet", [Program, folder, firstNumber.ToString()])
    {
    }

    private WriterProcess(string program, string[] arguments)
    {
        _process.StartInfo = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        // With it, the runtime itself needs a file larger than any limit that a test could set.
        _process.StartInfo.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "GanSweep.Storage.LiteDb.Tests.Writer.dll");

    public int Id => _process.Id;

    /// <summary>The writes that were acknowledged so far.</summary>
    public IReadOnlyList<int> Acknowledged => [.. _lines.Where(line => char.IsAsciiDigit(line[0])).Select(int.Parse)];

    /// <summary>A writer whose files the operating system lets grow no further than a limit.</summary>
    public static WriterProcess WithFileSizeLimit(string folder, int kilobytes)
    {
        return new WriterProcess("bash", ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet \"$0\" \"$1\" 1", Program, folder]);
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _ended.Task;
        return _process.ExitCode;
    }

    /// <summary>Waits for so many more lines.</summary>
    public async Task WaitForLinesAsync(int count)
    {
        for (int line = 0; line < count; line++)
        {
            await _lineCount.WaitAsync(TestContext.Current.CancellationToken);
            Assert.False(_ended.Task.IsCompleted, "The writer ended by itself.");
        }
    }

    /// <summary>Kills it as nothing can be caught, and waits for all that it has said.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _lineCount.Dispose();
    }

    private void Add(string? line)
    {
        if (line is null)
        {
            _ended.SetResult();
        }
        else
        {
            _lines.Enqueue(line);
        }

        _lineCount.Release();
    }
}
