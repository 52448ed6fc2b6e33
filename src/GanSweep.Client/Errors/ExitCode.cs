namespace GanSweep.Client.Errors;

/// <summary>What the program tells its caller.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Something failed: a run, a connection, a disk.</summary>
    Failed = 1,

    /// <summary>The input was wrong: the command line, a file, a sweep's id.</summary>
    WrongInput = 2,

    /// <summary>Interrupted by a signal.</summary>
    Interrupted = 130,
}
