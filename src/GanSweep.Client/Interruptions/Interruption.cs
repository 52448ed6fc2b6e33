using System.Runtime.InteropServices;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;

namespace GanSweep.Client.Interruptions;

/// <summary>Ctrl-C and SIGTERM: the first cancels, so that trainings checkpoint; the second ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly ErrorConsole _error;
    private readonly Action<ExitCode> _exit;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _signals;

    /// <summary>Listens to the signals of this process.</summary>
    public static Interruption Listen(ErrorConsole error)
    {
        Interruption interruption = new(error, ProcessEnd.At);
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            interruption._registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                interruption.Signal();
            }));
        }

        return interruption;
    }

    /// <param name="error">Where a line about it goes.</param>
    /// <param name="exit">Ends the process.</param>
    public Interruption(ErrorConsole error, Action<ExitCode> exit)
    {
        _error = error;
        _exit = exit;
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>One signal has come.</summary>
    public void Signal()
    {
        if (Interlocked.Increment(ref _signals) > 1)
        {
            _exit(ExitCode.Interrupted);
            return;
        }

        _error.WriteLine("Stopping … (once more to stop at once)");
        _source.Cancel();
    }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }
}
