using Microsoft.AspNetCore.Builder;

namespace GanSweep.Web.Queries;

/// <summary>Says of an endpoint which keys it takes.</summary>
internal static class QueryExtensions
{
    /// <summary>The endpoint takes these keys and no others.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, params QueryKey[] keys)
        where TBuilder : IEndpointConventionBuilder
    {
        return endpoint.WithMetadata(new QueryKeys([.. keys]));
    }
}
