using GanSweep.Silo.Certificates;
using GanSweep.Silo.Tests.Fakes;

namespace GanSweep.Silo.Tests.Certificates;

public sealed class CertificateSourceTests : IDisposable
{
    private readonly MadeCertificates _made = new();
    private readonly List<CertificateException> _unreadable = [];

    public void Dispose()
    {
        _made.Dispose();
    }

    [Fact]
    public void Current_FilesThatChange_AreReadAnew()
    {
        CertificateSource source = Source();
        LoadedCertificates before = source.Current;
        Assert.Same(before, source.Current);

        _made.Folder.Renew(TimeSpan.FromDays(30), dueAlone: false);

        Assert.NotEqual(before.Own.SerialNumber, source.Current.Own.SerialNumber);
        Assert.Equal(before.Authority.SerialNumber, source.Current.Authority.SerialNumber);
        Assert.Empty(_unreadable);
    }

    [Fact]
    public void Current_FilesThatCannotBeRead_AreAsBeforeUntilTheyCan()
    {
        CertificateSource source = Source();
        LoadedCertificates before = source.Current;
        string file = Path.Combine(_made["silo"], "silo.pem");
        string content = File.ReadAllText(file);

        File.WriteAllText(file, "half of it");
        Assert.Same(before, source.Current);
        Assert.Same(before, source.Current);
        Assert.Contains(_made["silo"], Assert.Single(_unreadable).Message, StringComparison.Ordinal);

        File.WriteAllText(file, content);
        Assert.NotSame(before, source.Current);
    }

    [Fact]
    public void OfSilo_CertificateOfAClient_IsRefused()
    {
        File.Copy(Path.Combine(_made["admin"], "client.pem"), Path.Combine(_made["silo"], "silo.pem"), overwrite: true);

        CertificateException refused = Assert.Throws<CertificateException>(Source);

        Assert.Contains("no certificate of GanSweep's for this use", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfSilo_Expired_SaysHowToRenewIt()
    {
        _made.Time.Advance(TimeSpan.FromDays(366));

        CertificateException refused = Assert.Throws<CertificateException>(Source);

        Assert.Contains("its certificate ended on", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--renew", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfClient_FolderOfSeveral_NamesThem()
    {
        CertificateException refused = Assert.Throws<CertificateException>(() => CertificateSource.OfClient(_made.Path, _made.Time, _unreadable.Add));

        Assert.Contains("admin, operator, reader", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfClient_FolderWithout_SaysHowToMakeThem()
    {
        CertificateException refused = Assert.Throws<CertificateException>(() => CertificateSource.OfClient(_made["silo"], _made.Time, _unreadable.Add));

        Assert.Contains("gansweep certificates --out", refused.Message, StringComparison.Ordinal);
    }

    private CertificateSource Source()
    {
        return CertificateSource.OfSilo(_made.Path, _made.Time, _unreadable.Add);
    }
}
