using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Tests.Fakes;

namespace GanSweep.Silo.Tests.Certificates;

public sealed class CertificateFolderTests : IDisposable
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly MadeCertificates _made = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        _made.Dispose();
    }

    [Fact, SupportedOSPlatform("linux")]
    public void Make_Files_AreReadableByTheirOwnerAlone()
    {
        string[] files = Directory.GetFiles(_made.Path, "*", SearchOption.AllDirectories);

        Assert.Equal(
            [
                "admin/authority.pem", "admin/client.pem", "authority/authority.key.pem", "authority/authority.pem", "operator/authority.pem",
                "operator/client.pem", "reader/authority.pem", "reader/client.pem", "silo/authority.pem", "silo/silo.pem",
            ],
            files.Select(file => Path.GetRelativePath(_made.Path, file)).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_made["authority"]));
    }

    [Fact]
    public void Make_PrivateKeys_AreOnP256AndEachIsInOneFile()
    {
        List<string> keys = [];
        foreach (string file in Directory.GetFiles(_made.Path, "*.pem", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is "silo.pem" or "client.pem"))
        {
            using X509Certificate2 certificate = X509Certificate2.CreateFromPemFile(file);
            using System.Security.Cryptography.ECDsa key = certificate.GetECDsaPrivateKey()!;
            Assert.Equal("1.2.840.10045.3.1.7", key.ExportParameters(false).Curve.Oid.Value);
            keys.Add(Convert.ToHexString(key.ExportSubjectPublicKeyInfo()));
        }

        Assert.Equal(4, keys.Distinct().Count());
    }

    [Fact]
    public void Make_WhatIsThere_IsLeftAsItIs()
    {
        Dictionary<string, string> before = Contents();

        CertificateException refused = Assert.Throws<CertificateException>(
            () => _made.Folder.Make(new CertificateSubject("reader", CertificateRole.Admin), Year));

        Assert.Contains("reader is there already", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void Make_OneMore_IsOfTheSameAuthorityAndChangesNothing()
    {
        Dictionary<string, string> before = Contents();

        MadeCertificate made = Assert.Single(_made.Folder.Make(new CertificateSubject("anna", CertificateRole.Reader), Year));

        Assert.Equal((_made["anna"], new CertificateSubject("anna", CertificateRole.Reader)), (made.Folder, made.Subject));
        Assert.Null(PeerCheck.Refusal(_made.Client("anna").Current.Own, _made.Silo().Current, _made.Time.GetUtcNow(), siloAlone: false));
        Assert.Equal(before, Contents().Where(file => before.ContainsKey(file.Key)).ToDictionary());
    }

    [Fact]
    public void Make_FolderOfSomethingElse_IsRefused()
    {
        string folder = Path.Combine(_made["silo"]);

        CertificateException refused = Assert.Throws<CertificateException>(
            () => new CertificateFolder(folder, _made.Time).Make(new CertificateSubject("anna", CertificateRole.Reader), Year));

        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Renew_All_HaveNewKeysOfTheSameAuthorityAndTheSameOwners()
    {
        Dictionary<string, string> before = Contents();
        _made.Time.Advance(TimeSpan.FromDays(10));

        IReadOnlyList<MadeCertificate> renewed = _made.Folder.Renew(Year, dueAlone: false);

        Assert.Equal(["admin", "operator", "reader", "silo"], renewed.Select(one => one.Subject.Name));
        Assert.All(renewed, one => Assert.Equal((true, _made.Time.GetUtcNow() + Year), (one.IsNew, one.ValidUntil)));
        foreach ((string file, string content) in Contents())
        {
            Assert.Equal(Path.GetFileName(file) is "silo.pem" or "client.pem", before[file] != content);
        }
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(240, false)]
    [InlineData(245, true)]
    [InlineData(400, true)]
    public void Renew_Due_IsWhatHasLessThanAThirdLeft(int days, bool isDue)
    {
        _made.Time.Advance(TimeSpan.FromDays(days));

        Assert.All(_made.Folder.Renew(Year, dueAlone: true), one => Assert.Equal(isDue, one.IsNew));
    }

    [Fact]
    public void Renew_NearTheEndOfTheAuthority_EndsWithIt()
    {
        _made.Time.Advance(TimeSpan.FromDays(3600));

        Assert.All(_made.Folder.Renew(Year, dueAlone: false), one => Assert.Equal(new DateTimeOffset(2039, 12, 30, 0, 0, 0, TimeSpan.Zero), one.ValidUntil));

        _made.Time.Advance(TimeSpan.FromDays(51));
        CertificateException ended = Assert.Throws<CertificateException>(() => _made.Folder.Renew(Year, dueAlone: false));
        Assert.Contains("authority's own certificate ended", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Renew_NoAuthority_SaysHowToMakeOne()
    {
        CertificateException refused = Assert.Throws<CertificateException>(() => new CertificateFolder(_made["none"], _made.Time).Renew(Year, dueAlone: false));

        Assert.Contains("Without --renew all is made", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna", true)]
    [InlineData("night-job_2.x", true)]
    [InlineData("authority", false)]
    [InlineData("silo", false)]
    [InlineData("../anna", false)]
    [InlineData(".anna", false)]
    [InlineData("", false)]
    [InlineData("an na", false)]
    public void IsName_OfAFolder_LeavesNoWayOut(string name, bool expected)
    {
        Assert.Equal(expected, CertificateFolder.IsName(name));
    }

    private Dictionary<string, string> Contents()
    {
        return Directory.GetFiles(_made.Path, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);
    }
}
