namespace GanSweep.Reporting.Findings;

/// <summary>What a finding means.</summary>
internal enum Outcome
{
    /// <summary>There is nothing to hold it against.</summary>
    Unknown,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>To be looked at.</summary>
    Bad,
}
