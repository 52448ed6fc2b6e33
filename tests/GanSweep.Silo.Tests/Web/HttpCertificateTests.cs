using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GanSweep.Silo.Settings;
using GanSweep.Silo.Web;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Silo.Tests.Web;

public sealed class HttpCertificateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gansweep-").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly FakeLogger<HttpCertificate> _logger = new();

    private string File => Path.Combine(_folder, "door.pem");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Current_AfterTheFileHasChanged_IsTheNewOneWithinSeconds()
    {
        string first = Write("first", minutes: 1);
        HttpCertificate certificate = Read();
        Assert.Equal(first, certificate.Current().TargetCertificate.Thumbprint);

        string second = Write("second", minutes: 2);
        Assert.Equal(first, certificate.Current().TargetCertificate.Thumbprint);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(second, certificate.Current().TargetCertificate.Thumbprint);
    }

    [Fact]
    public void Current_WhileTheFileIsHalfWritten_IsTheOneBefore()
    {
        string first = Write("first", minutes: 1);
        HttpCertificate certificate = Read();

        System.IO.File.WriteAllText(File, "-----BEGIN CERTIFICATE-----\nMII");
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(first, certificate.Current().TargetCertificate.Thumbprint);
        Assert.Contains("the one before goes on", _logger.LatestRecord.Message, StringComparison.Ordinal);

        string second = Write("second", minutes: 3);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(second, certificate.Current().TargetCertificate.Thumbprint);
    }

    [Fact]
    public void Current_WhileTheFileIsGone_IsTheOneBefore()
    {
        string first = Write("first", minutes: 1);
        HttpCertificate certificate = Read();

        System.IO.File.Delete(File);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(first, certificate.Current().TargetCertificate.Thumbprint);
    }

    [Fact]
    public void New_AKeyThatIsNotTheCertificates_IsRefused()
    {
        Write("first", minutes: 1);
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string key = Path.Combine(_folder, "key.pem");
        System.IO.File.WriteAllText(key, other.ExportPkcs8PrivateKeyPem());

        Assert.Throws<SiloOptionsException>(() => new HttpCertificate(new SiloOptions { Certificate = File, CertificateKey = key }, _time, _logger));
    }

    private HttpCertificate Read()
    {
        return new HttpCertificate(new SiloOptions { Certificate = File }, _time, _logger);
    }

    // Files that are written in the same moment of the disk's clock would look unchanged.
    private string Write(string name, int minutes)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        System.IO.File.WriteAllText(File, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        System.IO.File.SetLastWriteTimeUtc(File, DateTime.UnixEpoch.AddMinutes(minutes));
        return certificate.Thumbprint;
    }
}
