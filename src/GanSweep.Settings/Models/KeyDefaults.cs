namespace GanSweep.Settings.Models;

/// <summary>As of when keys that are left out have their values: what is remembered of a sweep means what it meant when it was submitted.</summary>
public enum KeyDefaults
{
    /// <summary>Before keys that are left out were fitted to the table.</summary>
    BeforeFitting,

    /// <summary>Before rare values were kept out of generators (<see cref="LoopKeys.ExactValues"/>).</summary>
    BeforeMinimumCount,

    /// <summary>Now.</summary>
    Current,
}
