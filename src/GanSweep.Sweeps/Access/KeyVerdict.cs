namespace GanSweep.Sweeps.Access;

/// <summary>What a key that was shown is.</summary>
public enum KeyVerdict
{
    /// <summary>It opens.</summary>
    Good,

    /// <summary>It is none that was made here.</summary>
    Unknown,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,
}
