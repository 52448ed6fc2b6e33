using GanSweep.Contracts.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>Says of an endpoint which role it needs, and what of it is written to the log.</summary>
internal static class NeededRoleExtensions
{
    /// <summary>It is for this role and those above it.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, AccessRole role)
        where TBuilder : IEndpointConventionBuilder
    {
        return endpoint.WithMetadata(new NeededRole(role));
    }

    /// <summary>It is for everybody who reaches it.</summary>
    public static TBuilder IsOpenToAll<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        return endpoint.WithMetadata(new OpenToAll());
    }

    /// <summary>
    /// That it was done is written to the log before it is answered, unless the answer is that it failed. The sweep is that of the path's
    /// <c>{sweep}</c>, or what <see cref="AuditAs"/> says.
    /// </summary>
    public static TBuilder Audits<TBuilder>(this TBuilder endpoint, string action)
        where TBuilder : IEndpointConventionBuilder
    {
        return endpoint.WithMetadata(new Audited(action));
    }

    /// <summary>Says which sweep the request is about, where its path does not, and what else there is to say.</summary>
    public static void AuditAs(this HttpContext context, string? sweep, string? detail = null)
    {
        context.Features.Set(new AuditedSweep(sweep, detail));
    }

    /// <summary>Says that nothing is written to the log of this request, although its endpoint's are.</summary>
    public static void AuditNothing(this HttpContext context)
    {
        context.Features.Set(new AuditedSweep(null, null) { IsNothing = true });
    }
}
