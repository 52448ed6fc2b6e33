using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GanSweep.Web.Tests.Fakes;

/// <summary>Certificates that vouch for themselves, as PEM files.</summary>
internal static class TestCertificate
{
    /// <summary>Writes one with its key, and gives its thumbprint.</summary>
    public static string Write(string file, string name, string? keyFile = null)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        string keyText = key.ExportPkcs8PrivateKeyPem();
        File.WriteAllText(file, keyFile is null ? $"{certificate.ExportCertificatePem()}\n{keyText}\n" : certificate.ExportCertificatePem());
        if (keyFile is not null)
        {
            File.WriteAllText(keyFile, keyText);
        }

        return certificate.Thumbprint;
    }
}
