namespace GanSweep.Contracts.Silos;

/// <summary>What a silo does.</summary>
[Flags]
public enum SiloRoles
{
    /// <summary>Nothing: not a valid silo.</summary>
    None = 0,

    /// <summary>Keeps the store, the ledgers and the rankings.</summary>
    Coordinator = 1,

    /// <summary>Trains.</summary>
    Trainer = 2,

    /// <summary>Both: the default, and all that a single machine needs.</summary>
    Both = Coordinator | Trainer,
}
