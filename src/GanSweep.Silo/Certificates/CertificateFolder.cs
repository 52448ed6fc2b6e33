using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace GanSweep.Silo.Certificates;

/// <summary>The folder in which the certificates of a cluster are made. What is there is replaced by <see cref="Renew"/> alone.</summary>
/// <param name="folder">The folder.</param>
/// <param name="time">The clock.</param>
public sealed partial class CertificateFolder(string folder, TimeProvider time)
{
    private const double DueShare = 1.0 / 3;

    private string AuthorityFolder => Path.Combine(folder, CertificateFiles.AuthorityFolder);

    private bool HasAuthority => File.Exists(Path.Combine(AuthorityFolder, CertificateFiles.Authority));

    /// <summary>Whether a name can be that of a client: it is also a folder's.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NamePattern.IsMatch(name) && name is not (CertificateFiles.AuthorityFolder or CertificateFiles.SiloFolder);
    }

    /// <summary>Makes the certificate of a client; before it, where they are missing, the authority and the certificate of the silos.</summary>
    /// <param name="client">Whose it is.</param>
    /// <param name="validity">How long it is valid.</param>
    /// <returns>Those that were made.</returns>
    /// <exception cref="CertificateException">The client has one already, or the authority cannot be read.</exception>
    public IReadOnlyList<MadeCertificate> Make(CertificateSubject client, TimeSpan validity)
    {
        ArgumentNullException.ThrowIfNull(client);
        string own = Path.Combine(folder, client.Name);
        if (File.Exists(Path.Combine(own, CertificateFiles.Client)))
        {
            throw new CertificateException(
                $"{own} is there already and is left as it is. Make it anew with --renew, or one for somebody else with --name NAME (and --role ROLE).");
        }

        bool isNew = !HasAuthority;
        if (isNew && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(entry => entry != AuthorityFolder))
        {
            throw new CertificateException($"{folder} has no authority of GanSweep's, and it is not empty. Name a folder that is empty, or is not there yet.");
        }

        PrivateFile.MakeFolder(folder);
        using CertificateAuthority authority = isNew ? CertificateAuthority.Create(time) : CertificateAuthority.Load(AuthorityFolder, time);
        if (isNew)
        {
            PrivateFile.MakeFolder(AuthorityFolder);
            PrivateFile.Write(Path.Combine(AuthorityFolder, CertificateFiles.AuthorityKey), authority.KeyPem(), replace: false);
            PrivateFile.Write(Path.Combine(AuthorityFolder, CertificateFiles.Authority), authority.CertificatePem, replace: false);
        }

        List<MadeCertificate> made = [];
        string silo = Path.Combine(folder, CertificateFiles.SiloFolder);
        if (!File.Exists(Path.Combine(silo, CertificateFiles.Silo)))
        {
            made.Add(Issue(authority, silo, new CertificateSubject(CertificateFiles.SiloFolder, CertificateRole.Silo), validity, replace: false));
        }

        made.Add(Issue(authority, own, client, validity, replace: false));
        return made;
    }

    /// <summary>Replaces the certificates of the silos and of all clients by new ones of the authority that is there. Who reads them notices.</summary>
    /// <param name="validity">How long they are valid.</param>
    /// <param name="dueAlone">Whether those are left that have more than a third of their time before them.</param>
    /// <exception cref="CertificateException">There is no authority, or a file cannot be read.</exception>
    public IReadOnlyList<MadeCertificate> Renew(TimeSpan validity, bool dueAlone)
    {
        if (!HasAuthority)
        {
            throw new CertificateException($"There is no authority in {folder}, so there is nothing to renew. Without --renew all is made.");
        }

        using CertificateAuthority authority = CertificateAuthority.Load(AuthorityFolder, time);
        List<MadeCertificate> made = [];
        foreach (string own in CertificateSearch.Below(folder))
        {
            foreach (string file in (string[])[CertificateFiles.Silo, CertificateFiles.Client])
            {
                if (File.Exists(Path.Combine(own, file)))
                {
                    made.Add(RenewOne(authority, own, file, validity, dueAlone));
                }
            }
        }

        return made;
    }

    private static string FileOf(CertificateSubject subject)
    {
        return subject.Role == CertificateRole.Silo ? CertificateFiles.Silo : CertificateFiles.Client;
    }

    private MadeCertificate RenewOne(CertificateAuthority authority, string own, string file, TimeSpan validity, bool dueAlone)
    {
        using X509Certificate2 old = Read(Path.Combine(own, file));
        if (!CertificateSubject.TryRead(old.SubjectName, out CertificateSubject? subject))
        {
            throw new CertificateException($"{Path.Combine(own, file)} is no certificate of GanSweep's: its subject is '{old.Subject}'.");
        }

        DateTimeOffset until = new(old.NotAfter);
        bool isDue = until - time.GetUtcNow() < (until - new DateTimeOffset(old.NotBefore)) * DueShare;
        return dueAlone && !isDue ? new MadeCertificate(own, subject, until, IsNew: false) : Issue(authority, own, subject, validity, replace: true);
    }

    private static MadeCertificate Issue(CertificateAuthority authority, string own, CertificateSubject subject, TimeSpan validity, bool replace)
    {
        PrivateFile.MakeFolder(own);
        string file = Path.Combine(own, FileOf(subject));

        // The authority's own certificate is the same wherever it is.
        PrivateFile.Write(Path.Combine(own, CertificateFiles.Authority), authority.CertificatePem, replace: true);
        PrivateFile.Write(file, authority.Issue(subject, validity), replace);
        using X509Certificate2 certificate = Read(file);
        return new MadeCertificate(own, subject, new DateTimeOffset(certificate.NotAfter), IsNew: true);
    }

    private static X509Certificate2 Read(string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CertificateException($"{file} cannot be read: {failure.Message}", failure);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern { get; }
}
