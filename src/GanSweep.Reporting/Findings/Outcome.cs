namespace GanSweep.Reporting.Findings;

/// <summary>What a finding means.</summary>
internal enum Outcome
{
    /// <summary>There is nothing to compare it with.</summary>
    Unknown,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Bad,
}
