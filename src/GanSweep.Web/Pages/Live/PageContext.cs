using GanSweep.Contracts.Access;
using GanSweep.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Web.Pages.Live;

/// <summary>Who looks at a page: what the page offers hangs on it.</summary>
/// <param name="Role">What they may do.</param>
/// <param name="Token">What forms that change something carry.</param>
internal sealed record PageContext(AccessRole Role, string Token)
{
    /// <summary>Who asks.</summary>
    public static PageContext Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new PageContext(context.Caller().Role, context.RequestServices.GetRequiredService<FormToken>().Of(context));
    }

    /// <summary>Whether they may do what a role may.</summary>
    public bool May(AccessRole role)
    {
        return Role >= role;
    }
}
