using GanSweep.Contracts.Access;
using Orleans.Runtime;

namespace GanSweep.Grains.Calls;

/// <summary>Where nobody shows a certificate, everybody may do everything that is not the silos' own.</summary>
internal sealed class EveryClient : ICallingClients
{
    /// <summary>Whoever calls.</summary>
    public static readonly CallingClient Somebody = new("a client without a certificate", AccessRole.Admin);

    public CallingClient? Find(GrainId client)
    {
        return Somebody;
    }
}
