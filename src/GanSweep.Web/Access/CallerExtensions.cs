using System.Net;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>Who asks, wherever a request is at hand.</summary>
internal static class CallerExtensions
{
    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is open to all, so nobody was asked.</exception>
    public static Caller Caller(this HttpContext context)
    {
        return context.Features.Get<Caller>() ?? throw new InvalidOperationException("Nobody was asked who they are.");
    }

    /// <summary>From which address.</summary>
    public static string From(this HttpContext context)
    {
        return context.Address().ToString();
    }

    /// <summary>From which address.</summary>
    public static IPAddress Address(this HttpContext context)
    {
        IPAddress address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }
}
