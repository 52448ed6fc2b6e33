namespace GanSweep.Sweeps.Stores;

/// <summary>What a pass is for.</summary>
public enum PassKind
{
    /// <summary>It is exchanged for a session, once.</summary>
    Link,

    /// <summary>A browser shows it with every request.</summary>
    Session,
}
