using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GanSweep.Silo.Certificates;

/// <summary>
/// Whether a certificate is one of the cluster's authority, valid now. Neither names of machines nor lists of revoked certificates are looked
/// at: who has to be shut out is so by a new authority.
/// </summary>
internal static class PeerCheck
{
    /// <summary>What is wrong with the certificate of the other end, or null if it may connect.</summary>
    /// <param name="certificate">The other end's.</param>
    /// <param name="own">This end's.</param>
    /// <param name="now">The time.</param>
    /// <param name="siloAlone">Whether the other end must be a silo.</param>
    public static string? Refusal(X509Certificate2 certificate, LoadedCertificates own, DateTimeOffset now, bool siloAlone)
    {
        if (WhyInvalid(certificate, own.Authority, now) is { } reason)
        {
            return reason;
        }

        if (!CertificateSubject.TryRead(certificate.SubjectName, out CertificateSubject? subject))
        {
            return $"its subject '{certificate.Subject}' names no role of GanSweep's";
        }

        return siloAlone && subject.Role != CertificateRole.Silo ? $"it is that of {subject}, and this is for silos alone" : null;
    }

    /// <summary>What is wrong with a certificate, whoever's, or null.</summary>
    public static string? WhyInvalid(X509Certificate2 certificate, X509Certificate2 authority, DateTimeOffset now)
    {
        if (now.UtcDateTime > certificate.NotAfter.ToUniversalTime())
        {
            return $"its certificate ended on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm} UTC";
        }

        if (now.UtcDateTime < certificate.NotBefore.ToUniversalTime())
        {
            return $"its certificate begins on {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd HH:mm} UTC, and here it is {now.UtcDateTime:yyyy-MM-dd HH:mm}";
        }

        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.2"));
        if (chain.Build(certificate))
        {
            return null;
        }

        X509ChainStatusFlags[] flags = [.. chain.ChainStatus.Select(status => status.Status)];
        return flags.Any(flag => flag is X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain or X509ChainStatusFlags.NotSignatureValid)
            ? "its certificate is of another authority"
            : $"its certificate is not valid ({string.Join(", ", flags)})";
    }
}
