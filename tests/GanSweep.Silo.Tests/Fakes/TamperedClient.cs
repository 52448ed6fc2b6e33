using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Runtime;

namespace GanSweep.Silo.Tests.Fakes;

/// <summary>What a client that was tampered with can say of itself, by reaching into Orleans' own.</summary>
internal static class TamperedClient
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The type of the ids of clients.</summary>
    public static GrainType ClientType { get; } = GrainType.Create("sys.client");

    private static readonly Assembly Orleans = typeof(ClientMessagingOptions).Assembly;

    /// <summary>The id that a client has.</summary>
    public static GrainId IdOf(IHost client)
    {
        object clientId = Details(client).GetType().GetProperty("ClientId", Any)!.GetValue(Details(client))!;
        return (GrainId)clientId.GetType().GetField("GrainId", Any)!.GetValue(clientId)!;
    }

    /// <summary>Has the client begin its connections with an id, and send all that it says from there.</summary>
    public static void BeginAs(IHost client, GrainId id)
    {
        FieldInfo field = Details(client).GetType().GetField("<ClientId>k__BackingField", Any)!;
        object clientId = field.FieldType.GetMethod("Create", Any, [typeof(IdSpan)])!.Invoke(null, [id.Key])!;
        field.SetValue(Details(client), clientId);
    }

    /// <summary>Has the client name another sender in all that it says, on the connection that it has.</summary>
    public static void SendAs(IHost client, GrainId id)
    {
        object runtime = client.Services.GetRequiredService(Orleans.GetType("Orleans.OutsideRuntimeClient", throwOnError: true)!);
        PropertyInfo address = runtime.GetType().GetProperty("CurrentActivationAddress", Any)!;
        GrainAddress own = (GrainAddress)address.GetValue(runtime)!;
        address.SetValue(runtime, new GrainAddress { GrainId = id, ActivationId = own.ActivationId, SiloAddress = own.SiloAddress });
    }

    private static object Details(IHost client)
    {
        return client.Services.GetRequiredService(Orleans.GetType("Orleans.LocalClientDetails", throwOnError: true)!);
    }
}
