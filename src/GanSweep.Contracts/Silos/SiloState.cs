namespace GanSweep.Contracts.Silos;

/// <summary>Where a silo stands in its cluster.</summary>
public enum SiloState
{
    /// <summary>It is starting.</summary>
    Joining,

    /// <summary>It is part of the cluster. One that hangs or has just been killed is too, until the others have noticed.</summary>
    Active,

    /// <summary>It was asked to stop: its runs checkpoint and go back.</summary>
    Leaving,
}
