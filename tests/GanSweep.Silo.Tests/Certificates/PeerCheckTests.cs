using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Tests.Fakes;

namespace GanSweep.Silo.Tests.Certificates;

public sealed class PeerCheckTests : IDisposable
{
    private readonly MadeCertificates _made = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MadeCertificates _others = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        _made.Dispose();
        _others.Dispose();
    }

    [Theory]
    [InlineData("reader", false, null)]
    [InlineData("admin", false, null)]
    [InlineData("admin", true, "it is that of admin (admin), and this is for silos alone")]
    public void Refusal_Client_IsLetInWhereClientsAre(string client, bool siloAlone, string? expected)
    {
        Assert.Equal(expected, Refusal(_made.Client(client), siloAlone));
    }

    [Fact]
    public void Refusal_Silo_IsLetInEverywhere()
    {
        Assert.Null(Refusal(_made.Silo(), siloAlone: true));
        Assert.Null(Refusal(_made.Silo(), siloAlone: false));
    }

    [Fact]
    public void Refusal_OtherAuthority_IsNamed()
    {
        Assert.Equal("its certificate is of another authority", Refusal(_others.Silo(), siloAlone: true));
    }

    [Fact]
    public void Refusal_SignedByAClient_IsOfAnotherAuthority()
    {
        // Whoever has a certificate can sign another with it; but not as an authority.
        X509Certificate2 own = _made.Client("admin").Current.Own;
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(new CertificateSubject("silo", CertificateRole.Silo).ToDistinguishedName(), key, HashAlgorithmName.SHA256);
        using X509Certificate2 forged = request.Create(
            own.SubjectName, X509SignatureGenerator.CreateForECDsa(own.GetECDsaPrivateKey()!), new DateTimeOffset(own.NotBefore), new DateTimeOffset(own.NotAfter), [1]);

        Assert.Equal("its certificate is of another authority", PeerCheck.Refusal(forged, _made.Silo().Current, _made.Time.GetUtcNow(), siloAlone: false));
    }

    [Fact]
    public void Refusal_Expired_SaysWhen()
    {
        X509Certificate2 certificate = _made.Client("reader").Current.Own;
        LoadedCertificates silo = _made.Silo().Current;

        Assert.Null(PeerCheck.Refusal(certificate, silo, new DateTimeOffset(2030, 12, 31, 23, 59, 0, TimeSpan.Zero), siloAlone: false));
        Assert.Equal(
            "its certificate ended on 2031-01-01 00:00 UTC",
            PeerCheck.Refusal(certificate, silo, new DateTimeOffset(2031, 1, 1, 0, 1, 0, TimeSpan.Zero), siloAlone: false));
        Assert.StartsWith(
            "its certificate begins on 2029-12-31 23:50 UTC",
            PeerCheck.Refusal(certificate, silo, new DateTimeOffset(2029, 12, 31, 0, 0, 0, TimeSpan.Zero), siloAlone: false),
            StringComparison.Ordinal);
    }

    private string? Refusal(CertificateSource peer, bool siloAlone)
    {
        return PeerCheck.Refusal(peer.Current.Own, _made.Silo().Current, _made.Time.GetUtcNow(), siloAlone);
    }
}
