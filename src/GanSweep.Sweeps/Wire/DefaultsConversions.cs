using GanSweep.Contracts.Sweeps;
using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Wire;

/// <summary>As of when keys that a sweep's text leaves out have their values.</summary>
public static class DefaultsConversions
{
    /// <summary>Those of a sweep that there is.</summary>
    public static KeyDefaults AsOf(this SweepProvenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        return AsOf(provenance.HasFormerDefaults, provenance.HasExactValues);
    }

    /// <summary>Those of one that is asked for.</summary>
    public static KeyDefaults AsOf(this SweepSubmission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return AsOf(submission.HasFormerDefaults, submission.HasExactValues);
    }

    internal static KeyDefaults AsOf(bool hasFormerDefaults, bool hasExactValues)
    {
        return hasFormerDefaults ? KeyDefaults.BeforeFitting : hasExactValues ? KeyDefaults.BeforeMinimumCount : KeyDefaults.Current;
    }
}
