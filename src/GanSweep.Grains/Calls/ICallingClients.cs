using Orleans.Runtime;

namespace GanSweep.Grains.Calls;

/// <summary>Tells who a client is.</summary>
public interface ICallingClients
{
    /// <summary>The client of an id, or null if this silo knows of none: then it may do nothing here.</summary>
    CallingClient? Find(GrainId client);
}
