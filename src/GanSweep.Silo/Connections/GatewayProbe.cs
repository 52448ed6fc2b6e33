using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using GanSweep.Silo.Certificates;

namespace GanSweep.Silo.Connections;

/// <summary>
/// Finds out why a gateway does not let a client in, when it does not. Orleans' client learns no more than that the connection ended. The called
/// end judges the caller's certificate when the handshake is over for the caller: then it hangs up, or waits to be told something.
/// </summary>
public static class GatewayProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PatienceWithJudgement = TimeSpan.FromSeconds(2);

    /// <summary>Asks.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <param name="certificates">What the client has, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong and what to do, or null if it is nothing about certificates.</returns>
    public static async Task<string?> AskAsync(IPEndPoint gateway, CertificateSource? certificates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using TcpClient connection = new(gateway.AddressFamily);
        X509Certificate2? shown = null;
        try
        {
            await connection.ConnectAsync(gateway, limit.Token);
            await using SslStream stream = new(connection.GetStream());
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = "gansweep",
                    AllowTlsResume = false,
                    LocalCertificateSelectionCallback = certificates is null ? null : (_, _, _, _, _) => certificates.Current.Own,
                    RemoteCertificateValidationCallback = (_, certificate, _, _) => (shown = Copy(certificate)) is not null,
                },
                limit.Token);
            limit.CancelAfter(PatienceWithJudgement);
            return Judge(shown, certificates, isLetIn: await stream.ReadAsync(new byte[1], limit.Token) > 0);
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException)
        {
            return Judge(shown, certificates, isLetIn: false);
        }
        catch (Exception failure) when (failure is SocketException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Judge(shown, certificates, isLetIn: true);
        }
    }

    // The stream disposes of its own.
    private static X509Certificate2? Copy(X509Certificate? certificate)
    {
        return certificate is null ? null : X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
    }

    private static string? Judge(X509Certificate2? shown, CertificateSource? certificates, bool isLetIn)
    {
        return (shown, certificates) switch
        {
            (null, null) => null,
            (null, _) => $"it does not speak TLS, so either it runs without certificates (then leave out --certificates {certificates.Folder}), or it is no silo",
            (_, null) => "it asks for a certificate. Give --certificates DIR, a folder that was made on the silos' side with: gansweep certificates --out DIR",
            _ when PeerCheck.Refusal(shown, certificates.Current, certificates.Now(), siloAlone: true) is { } reason =>
                $"what answers is no silo that {certificates.Folder} can trust: {reason}",
            _ => isLetIn
                ? null
                : $"it refuses the certificate of {certificates.Subject} in {certificates.Folder}, and its log says why. Get one of the authority of its silos",
        };
    }
}
