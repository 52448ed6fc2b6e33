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
    /// <summary>Whether others can reach the door although it asks for no key, or in the clear.</summary>
    public bool IsInsecure { get; private init; }

    /// <summary>Who it is, if they logged in.</summary>
    public string? LoggedIn { get; private init; }

    /// <summary>Who asks.</summary>
    public static PageContext Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Caller caller = context.Caller();
        return new PageContext(caller.Role, context.RequestServices.GetRequiredService<FormToken>().Of(context))
        {
            IsInsecure = context.RequestServices.GetRequiredService<WebAccess>().IsInsecure,
            LoggedIn = caller.Session is null ? null : caller.Who,
        };
    }

    /// <summary>Whether they may do what a role may.</summary>
    public bool May(AccessRole role)
    {
        return Role >= role;
    }
}
