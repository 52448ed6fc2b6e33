namespace GanSweep.Silo.Certificates;

/// <summary>
/// How certificates lie in a folder: <c>authority/</c> with the authority's own key, which nobody needs but who makes certificates, and a
/// folder for each who is given one, with all that it needs: <c>silo/</c>, <c>operator/</c>, …
/// </summary>
public static class CertificateFiles
{
    /// <summary>The folder of the authority.</summary>
    public const string AuthorityFolder = "authority";

    /// <summary>The folder of the silos.</summary>
    public const string SiloFolder = "silo";

    /// <summary>The authority's certificate: in every folder.</summary>
    public const string Authority = "authority.pem";

    /// <summary>The authority's private key.</summary>
    public const string AuthorityKey = "authority.key.pem";

    /// <summary>A silo's certificate and its private key: in one file, so that both are replaced at once.</summary>
    public const string Silo = "silo.pem";

    /// <summary>A client's certificate and its private key.</summary>
    public const string Client = "client.pem";
}
