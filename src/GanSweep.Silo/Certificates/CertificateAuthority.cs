using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GanSweep.Silo.Certificates;

/// <summary>
/// The authority of a cluster: it signs the certificates of its silos and clients, and nobody else's. Keys are ECDSA on P-256. A certificate
/// names no machine: who shows it is known by its subject and by who signed it.
/// </summary>
internal sealed class CertificateAuthority : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const int SerialNumberBytes = 16;

    // The authority is trusted by name of its key alone, and a new one means new files for everybody.
    private static readonly TimeSpan AuthorityValidity = TimeSpan.FromDays(3650);

    // Clocks of machines differ a little.
    private static readonly TimeSpan Backdated = TimeSpan.FromMinutes(10);

    private readonly X509Certificate2 _certificate;
    private readonly TimeProvider _time;

    private CertificateAuthority(X509Certificate2 certificate, TimeProvider time)
    {
        _certificate = certificate;
        _time = time;
    }

    /// <summary>Until when it may sign.</summary>
    public DateTimeOffset ValidUntil => new(_certificate.NotAfter);

    /// <summary>Its certificate, for everybody.</summary>
    public string CertificatePem => _certificate.ExportCertificatePem() + "\n";

    /// <summary>A new one.</summary>
    public static CertificateAuthority Create(TimeProvider time)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        X500DistinguishedNameBuilder name = new();
        name.AddOrganizationName("GanSweep");
        name.AddCommonName($"authority {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");
        CertificateRequest request = new(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        DateTimeOffset now = time.GetUtcNow();
        return new CertificateAuthority(request.CreateSelfSigned(now - Backdated, now + AuthorityValidity), time);
    }

    /// <summary>The one whose files are in a folder.</summary>
    /// <exception cref="CertificateException">It cannot be read.</exception>
    public static CertificateAuthority Load(string folder, TimeProvider time)
    {
        try
        {
            return new CertificateAuthority(
                X509Certificate2.CreateFromPemFile(
                    Path.Combine(folder, CertificateFiles.Authority), Path.Combine(folder, CertificateFiles.AuthorityKey)),
                time);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CertificateException(
                $"The authority in {folder} cannot be read: {failure.Message.TrimEnd('.')}. It needs {CertificateFiles.Authority} and {CertificateFiles.AuthorityKey}; "
                + "if they are lost, make all anew in another folder.",
                failure);
        }
    }

    /// <summary>Its private key, for its own folder alone.</summary>
    public string KeyPem()
    {
        using ECDsa key = _certificate.GetECDsaPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    /// <summary>A new certificate with a new key, as one text of both; it ends no later than the authority's own.</summary>
    /// <exception cref="CertificateException">The authority's own certificate has ended.</exception>
    public string Issue(CertificateSubject subject, TimeSpan validity)
    {
        DateTimeOffset now = _time.GetUtcNow();
        DateTimeOffset until = now + validity < ValidUntil ? now + validity : ValidUntil;
        if (until <= now)
        {
            throw new CertificateException($"The authority's own certificate ended on {ValidUntil:yyyy-MM-dd}. Make all anew in another folder.");
        }

        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(subject.ToDistinguishedName(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        OidCollection uses = subject.Role == CertificateRole.Silo ? [new Oid(ServerAuthentication), new Oid(ClientAuthentication)] : [new Oid(ClientAuthentication)];
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(uses, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        DateTimeOffset authorityFrom = new(_certificate.NotBefore);
        DateTimeOffset from = now - Backdated < authorityFrom ? authorityFrom : now - Backdated;
        using X509Certificate2 certificate = request.Create(
            _certificate, from, until, RandomNumberGenerator.GetBytes(SerialNumberBytes));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _certificate.Dispose();
    }
}
