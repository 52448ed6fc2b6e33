using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GanSweep.Silo.Certificates;

/// <summary>What one end of a connection needs: its own certificate with its key, and the authority whose certificates it takes.</summary>
/// <param name="Own">Its own.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="Authority">The authority's.</param>
internal sealed record LoadedCertificates(X509Certificate2 Own, CertificateSubject Subject, X509Certificate2 Authority)
{
    /// <summary>Reads them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file"><see cref="CertificateFiles.Silo"/> or <see cref="CertificateFiles.Client"/>.</param>
    /// <exception cref="CertificateException">A file cannot be read, or is not what it should be.</exception>
    public static LoadedCertificates Load(string folder, string file)
    {
        string own = Path.Combine(folder, file);
        try
        {
            X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, CertificateFiles.Authority));
            X509Certificate2 certificate = X509Certificate2.CreateFromPemFile(own);
            if (!CertificateSubject.TryRead(certificate.SubjectName, out CertificateSubject? subject)
                || (subject.Role == CertificateRole.Silo) != (file == CertificateFiles.Silo))
            {
                throw new CertificateException($"{own} is no certificate of GanSweep's for this use: its subject is '{certificate.Subject}'.");
            }

            return new LoadedCertificates(certificate, subject, authority);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CertificateException(
                $"The certificates in {folder} cannot be read: {failure.Message.TrimEnd('.')}. It needs {CertificateFiles.Authority} and {file} (certificate and private key, as PEM).",
                failure);
        }
    }
}
