using System.Text;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>The program on consoles, grains and a clock of the test's own.</summary>
internal sealed class ConsoleRun : IDisposable
{
    private readonly MemoryStream _output = new();

    public TestConsole OutputConsole { get; } = new TestConsole().Width(140);

    public TestConsole ErrorConsole { get; } = new TestConsole().Width(200);

    public FakeSessions Sessions { get; } = new();

    public FakeGrains Grains => Sessions.Grains;

    public Dictionary<string, string> Variables { get; } = [];

    public FakeTimeProvider Time { get; } = new() { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };

    /// <summary>Everything on standard output: tables, and documents.</summary>
    public string Output => OutputConsole.Output + Encoding.UTF8.GetString(_output.ToArray());

    public string Error => ErrorConsole.Output;

    public Task<ExitCode> RunAsync(params string[] arguments)
    {
        return RunAsync(TestContext.Current.CancellationToken, arguments);
    }

    public Task<ExitCode> RunAsync(CancellationToken interrupted, params string[] arguments)
    {
        ClientEnvironment environment = new()
        {
            Output = OutputConsole,
            OpenOutput = () => new Unclosed(_output),
            Error = new ErrorConsole(ErrorConsole),
            Sessions = Sessions,
            Variable = Variables.GetValueOrDefault,
            Time = Time,
        };
        return ConsoleProgram.RunAsync(arguments, environment, interrupted);
    }

    public void Dispose()
    {
        _output.Dispose();
        OutputConsole.Dispose();
        ErrorConsole.Dispose();
    }

    private sealed class Unclosed(MemoryStream target) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);

        public override void Flush() => target.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
