using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;
using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GanSweep.Web.Access.Issuers;

/// <summary>
/// The code flow of OpenID Connect, by ASP.NET Core's handler. What it ends in is a session of the door's own, as of a key or a link: the
/// issuer's tokens are not kept.
/// </summary>
internal static class IssuerScheme
{
    public const string Name = "issuer";

    public const string CallbackPath = "/login/issuer/callback";

    private static readonly string[] NameClaims = ["preferred_username", "email", "name", "sub"];

    public static void AddIssuer(this IServiceCollection services, IssuerOptions issuer)
    {
        // What is under way when the coordinator ends is begun anew; so nothing of it is on the disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication().AddOpenIdConnect(Name, oidc => Configure(oidc, issuer));
    }

    private static void Configure(OpenIdConnectOptions oidc, IssuerOptions issuer)
    {
        oidc.Authority = issuer.Issuer.ToString();
        oidc.RequireHttpsMetadata = !issuer.Issuer.IsLoopback;
        oidc.ClientId = issuer.Client;
        oidc.ClientSecret = issuer.Secret;
        oidc.CallbackPath = CallbackPath;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.UsePkce = true;

        // The answer comes by a link that the browser follows; a form of the issuer's page would be one of a page elsewhere.
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
        oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        oidc.MapInboundClaims = false;
        oidc.GetClaimsFromUserInfoEndpoint = true;
        oidc.ClaimActions.MapJsonKey(issuer.RoleClaim, issuer.RoleClaim);
        oidc.DisableTelemetry = true;
        oidc.BackchannelTimeout = TimeSpan.FromSeconds(10);

        // Never signed in to: the ticket is taken before.
        oidc.SignInScheme = "none";
        oidc.Events.OnTicketReceived = ticket => LetInAsync(ticket, issuer);
        oidc.Events.OnRemoteFailure = RefuseAsync;
    }

    private static async Task LetInAsync(TicketReceivedContext ticket, IssuerOptions issuer)
    {
        ticket.HandleResponse();
        HttpContext context = ticket.HttpContext;
        Callers callers = context.RequestServices.GetRequiredService<Callers>();
        string who = $"{Cleaned(NameClaims.Select(claim => ticket.Principal?.FindFirst(claim)?.Value).OfType<string>().FirstOrDefault() ?? "somebody")} ({issuer.Issuer.Host})";
        AccessRole[] roles = [.. ticket.Principal?.FindAll(issuer.RoleClaim).SelectMany(claim => RolesOf(claim.Value)) ?? []];
        if (roles.Length == 0)
        {
            await callers.NoteRefusalAsync(context, who, $"the claim {issuer.RoleClaim} names no role");
            await ProblemWriter.RefuseAsync(
                context, StatusCodes.Status403Forbidden, $"{who} has no role here: the claim '{issuer.RoleClaim}' does not say reader, operator or admin.");
            return;
        }

        AccessBook book = context.RequestServices.GetRequiredService<AccessBook>();
        (string secret, StoredPass session) = await book.Passes.OpenAsync(roles.Max(), who);
        SessionCookie.Give(context, secret, session.ExpiresAt);
        await book.Log.AppendAsync(new Actor(who, context.From()), "logged in");
        await LoginPage.WriteForwardAsync(context, LocalPath.Of(ticket.ReturnUri));
    }

    private static async Task RefuseAsync(RemoteFailureContext failure)
    {
        failure.HandleResponse();
        await failure.HttpContext.RequestServices.GetRequiredService<Callers>().NoteGuessAsync(failure.HttpContext, "an answer of the issuer that cannot be used");
        await ProblemWriter.RefuseAsync(
            failure.HttpContext, StatusCodes.Status401Unauthorized, "The issuer's answer lets nobody in: it was refused there, is too old, or was not asked for. Log in again.");
    }

    private static IEnumerable<AccessRole> RolesOf(string value)
    {
        return Enum.GetValues<AccessRole>().Where(role => string.Equals($"{role}", value, StringComparison.OrdinalIgnoreCase));
    }

    // The log shows it.
    private static string Cleaned(string name)
    {
        string printable = string.Concat(name.Where(character => !char.IsControl(character)));
        return printable[..Math.Min(printable.Length, KeyRequest.LongestName)];
    }
}
