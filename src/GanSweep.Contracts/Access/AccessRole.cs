namespace GanSweep.Contracts.Access;

/// <summary>What somebody may do. Each role may do what the ones before it may.</summary>
public enum AccessRole
{
    /// <summary>Looks at sweeps, and takes generators away; changes nothing, and sees no table.</summary>
    Reader,

    /// <summary>Submits sweeps with their tables, reads those tables again, pauses, resumes, cancels and retries.</summary>
    Operator,

    /// <summary>May do all that anybody may who is no silo.</summary>
    Admin,
}
