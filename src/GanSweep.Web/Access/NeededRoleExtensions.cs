using GanSweep.Contracts.Access;
using Microsoft.AspNetCore.Builder;

namespace GanSweep.Web.Access;

/// <summary>Says of an endpoint which role it needs.</summary>
internal static class NeededRoleExtensions
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, AccessRole role)
        where TBuilder : IEndpointConventionBuilder
    {
        return endpoint.WithMetadata(new NeededRole(role));
    }
}
