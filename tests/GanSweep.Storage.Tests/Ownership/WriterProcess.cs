using System.Collections.Concurrent;
using System.Diagnostics;

namespace GanSweep.Storage.Tests.Ownership;

/// <summary>A process that writes to a store until it is killed.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _lineCount = new(0);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WriterProcess(string folder, int firstNumber)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "GanSweep.Storage.Tests.Writer.dll");
        _process.StartInfo = new ProcessStartInfo("dotnet", [program, folder, firstNumber.ToString()])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
    }

    public int Id => _process.Id;

    /// <summary>The writes that were acknowledged so far.</summary>
    public IReadOnlyList<int> Acknowledged => [.. _lines.Where(line => char.IsAsciiDigit(line[0])).Select(int.Parse)];

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
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _ended.Task;
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
