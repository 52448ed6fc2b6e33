namespace GanSweep.Contracts.Access;

/// <summary>What somebody may do. Each role may do what the ones before it may.</summary>
public enum AccessRole
{
    /// <summary>Looks at sweeps: scores, losses, and pictures that show no real row. Changes nothing, sees no table and takes no generator away.</summary>
    Reader,

    /// <summary>Submits sweeps with their tables, pauses, resumes, cancels and retries; downloads generators, draws rows from them, and sees reports.</summary>
    Operator,

    /// <summary>May do all that anybody may who is no silo: makes keys, and reads the log of who did what.</summary>
    Admin,
}
