using GanSweep.Silo.Certificates;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Silo.Tests.Fakes;

/// <summary>Certificates of an authority of the test's own, in a folder of its own.</summary>
internal sealed class MadeCertificates : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("gansweep-").FullName;

    /// <summary>The silos' and clients' of every role, made at a time.</summary>
    public MadeCertificates(DateTimeOffset? madeAt = null, int days = 365)
    {
        Time = new FakeTimeProvider(madeAt ?? DateTimeOffset.UtcNow);
        Folder = new CertificateFolder(Path, Time);
        foreach (CertificateRole role in (CertificateRole[])[CertificateRole.Operator, CertificateRole.Reader, CertificateRole.Admin])
        {
            Folder.Make(new CertificateSubject(CertificateSubject.Word(role), role), TimeSpan.FromDays(days));
        }
    }

    /// <summary>The clock by which they were made.</summary>
    public FakeTimeProvider Time { get; }

    public CertificateFolder Folder { get; }

    public string Path => System.IO.Path.Combine(_root, "certificates");

    /// <summary>The folder of somebody.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>What a client of a role has.</summary>
    public CertificateSource Client(string name)
    {
        return CertificateSource.OfClient(this[name], Time, unreadable => throw unreadable);
    }

    /// <summary>What a silo has.</summary>
    public CertificateSource Silo()
    {
        return CertificateSource.OfSilo(Path, Time, unreadable => throw unreadable);
    }

    public void Dispose()
    {
        Directory.Delete(_root, recursive: true);
    }
}
