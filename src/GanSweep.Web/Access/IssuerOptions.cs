namespace GanSweep.Web.Access;

/// <summary>An issuer of identities (OpenID Connect) that vouches for people.</summary>
public sealed class IssuerOptions
{
    /// <summary>The issuer's address, under which its configuration is found; https, unless it is on this machine.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>The name under which the issuer knows this door.</summary>
    public required string Client { get; init; }

    /// <summary>What the door proves that by.</summary>
    public required string Secret { get; init; }

    /// <summary>The claim that names a person's role: reader, operator or admin. Of several the highest counts.</summary>
    public required string RoleClaim { get; init; }
}
