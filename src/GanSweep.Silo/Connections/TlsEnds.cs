using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using GanSweep.Silo.Certificates;
using Orleans.Connections.Security;

namespace GanSweep.Silo.Connections;

/// <summary>
/// Both ends of a connection as TLS: each shows the certificate that its files hold now, and looks at the other's. Sessions are not resumed, so
/// every connection is looked at anew.
/// </summary>
internal static class TlsEnds
{
    // A machine that is busy training is slow to shake hands.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The end that was called.</summary>
    /// <param name="certificates">This end's.</param>
    /// <param name="refusal">What is wrong with the other end's certificate, or null.</param>
    public static TlsOptions Called(CertificateSource certificates, Func<X509Certificate2, string?> refusal)
    {
        return new TlsOptions
        {
            LocalServerCertificateSelector = (_, _) => certificates.Current.Own,
            RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
            HandshakeTimeout = Patience,
            RemoteCertificateValidation = (certificate, _, _) => refusal(certificate) is null,
            OnAuthenticateAsServer = (_, options) => ((SslServerAuthenticationOptions)options.SslServerAuthenticationOptions).AllowTlsResume = false,
        };
    }

    /// <summary>The end that calls.</summary>
    /// <inheritdoc cref="Called"/>
    public static TlsOptions Caller(CertificateSource certificates, Func<X509Certificate2, string?> refusal)
    {
        return new TlsOptions
        {
            LocalClientCertificateSelector = (_, _, _, _, _) => certificates.Current.Own,
            RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
            HandshakeTimeout = Patience,
            RemoteCertificateValidation = (certificate, _, _) => refusal(certificate) is null,
            OnAuthenticateAsClient = (_, options) => ((SslClientAuthenticationOptions)options.SslClientAuthenticationOptions).AllowTlsResume = false,
        };
    }
}
