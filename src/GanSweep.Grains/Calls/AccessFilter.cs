using System.Collections.Concurrent;
using System.Reflection;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Silos;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace GanSweep.Grains.Calls;

/// <summary>
/// Refuses the calls of clients that may not make them, to grains and to Orleans' own targets alike. What does not say that clients may call
/// it is for the silos of the cluster. That a call's sender is who it names is not found out here: it was when the message came in.
/// </summary>
internal sealed partial class AccessFilter(ICallingClients clients, ILogger<AccessFilter> logger) : IIncomingGrainCallFilter
{
    // A client asks its gateway which grains there are, when it connects and now and then. It learns names, and there is no way around it.
    private const string ManifestOfTheCluster = "Orleans.Runtime.IClusterManifestSystemTarget";

    private readonly ConcurrentDictionary<MethodInfo, AccessRole?> _leastRoles = [];

    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.SourceId is not { } source || !source.IsClient() || HostedClient.Is(source))
        {
            return context.Invoke();
        }

        CallingClient? client = clients.Find(source);
        if (client is not null && (_leastRoles.GetOrAdd(context.InterfaceMethod, LeastRole) is { } least
            ? client.Role >= least
            : client == EveryClient.Somebody && IsOrleans(context.InterfaceMethod)))
        {
            // Where nobody is asked, Orleans' own tools may be used too.
            return context.Invoke();
        }

        Exception refusal = Refusal(context.InterfaceMethod, client);
        LogRefused(logger, client is null ? "A client that this silo does not know" : $"{client.Name} ({Word(client.Role)})", $"{context.InterfaceMethod.DeclaringType?.Name}.{context.InterfaceMethod.Name}");
        throw refusal;
    }

    /// <summary>The least role of a client that may call a method, or null if it is for silos alone.</summary>
    public static AccessRole? LeastRole(MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return method.DeclaringType?.FullName == ManifestOfTheCluster ? AccessRole.Reader : method.GetCustomAttribute<AllowedToAttribute>()?.Role;
    }

    private static bool IsOrleans(MethodInfo method)
    {
        return method.DeclaringType?.Assembly.GetName().Name?.StartsWith("Orleans.", StringComparison.Ordinal) == true;
    }

    private static UnauthorizedAccessException Refusal(MethodInfo method, CallingClient? client)
    {
        string name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^"Async".Length] : method.Name;
        return new UnauthorizedAccessException(
            (client, LeastRole(method)) switch
            {
                (null, _) => $"{name} is refused: this silo does not know who calls.",
                (_, null) => $"{name} is for the silos of the cluster; a client may not call it.",
                (_, { } least) => $"{name} is for the role {Word(least)}, and {client.Name} has the role {Word(client.Role)}. Use a certificate of that role: "
                    + $"gansweep certificates --out DIR --role {Word(least)} makes one.",
            });
    }

    private static string Word(AccessRole role)
    {
        return role.ToString().ToLowerInvariant();
    }

    [LoggerMessage(LogLevel.Warning, "{Client} was refused {Method}, which is not for its role")]
    private static partial void LogRefused(ILogger logger, string client, string method);
}
