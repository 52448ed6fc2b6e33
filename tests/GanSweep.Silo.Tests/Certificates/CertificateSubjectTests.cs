using System.Security.Cryptography.X509Certificates;
using GanSweep.Silo.Certificates;

namespace GanSweep.Silo.Tests.Certificates;

public sealed class CertificateSubjectTests
{
    [Theory]
    [InlineData(CertificateRole.Reader)]
    [InlineData(CertificateRole.Operator)]
    [InlineData(CertificateRole.Admin)]
    [InlineData(CertificateRole.Silo)]
    public void ToDistinguishedName_ThereAndBack_IsTheSame(CertificateRole role)
    {
        CertificateSubject subject = new("anna, OU=admin", role);

        Assert.True(CertificateSubject.TryRead(subject.ToDistinguishedName(), out CertificateSubject? read));
        Assert.Equal(subject, read);
    }

    [Theory]
    [InlineData("O=GanSweep, OU=reader, CN=anna", true)]
    [InlineData("CN=anna, OU=reader, O=GanSweep", true)]
    [InlineData("O=GanSweep, OU=reader, OU=admin, CN=anna", false)]
    [InlineData("O=GanSweep, OU=Reader, CN=anna", false)]
    [InlineData("O=GanSweep, OU=3, CN=anna", false)]
    [InlineData("O=GanSweep, CN=anna", false)]
    [InlineData("O=Other, OU=admin, CN=anna", false)]
    [InlineData("O=GanSweep, OU=admin, CN=anna, C=DE", false)]
    [InlineData("OU=admin + O=GanSweep, CN=anna", false)]
    [InlineData("O=GanSweep, OU=admin", false)]
    public void TryRead_Subject_IsOneOfEachOrNothing(string name, bool expected)
    {
        Assert.Equal(expected, CertificateSubject.TryRead(new X500DistinguishedName(name), out _));
    }
}
