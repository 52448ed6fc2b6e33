using System.Collections.Concurrent;
using System.Reflection;
using GanSweep.Contracts.Silos;

namespace GanSweep.Grains.Calls;

/// <summary>Refuses the calls of clients to methods that are the silos' own: a client can neither take a lease nor report a result.</summary>
internal sealed class SilosOnlyFilter : IIncomingGrainCallFilter
{
    // A silo's own calls from outside of grains come from a client of its own.
    private static readonly byte[] HostedClient = "hosted-"u8.ToArray();

    private readonly ConcurrentDictionary<MethodInfo, bool> _silosOnly = [];

    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool refused = context.SourceId is { } source
            && source.IsClient()
            && !source.Key.AsSpan().StartsWith(HostedClient)
            && _silosOnly.GetOrAdd(context.InterfaceMethod, method => method.IsDefined(typeof(SilosOnlyAttribute)));
        return refused
            ? throw new UnauthorizedAccessException($"{context.InterfaceMethod.Name} is for the silos of the cluster; a client may not call it.")
            : context.Invoke();
    }
}
