namespace GanSweep.Grains.Access;

/// <summary>Says where the coordinator serves its pages; there is none if it serves none.</summary>
public interface IDoorAddress
{
    /// <summary>What a browser on the coordinator's machine is told.</summary>
    Uri Url { get; }
}
