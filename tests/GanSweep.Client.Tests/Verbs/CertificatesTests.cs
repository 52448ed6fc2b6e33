using System.Security.Cryptography.X509Certificates;
using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Silo.Certificates;

namespace GanSweep.Client.Tests.Verbs;

public sealed class CertificatesTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.File("certificates");

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Certificates_FirstTime_MakesTheSilosAndAnOperators()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("certificates", "--out", Out));

        Assert.Equal(["authority", "operator", "silo"], Directory.GetDirectories(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("silo (silo)", _console.Output, StringComparison.Ordinal);
        Assert.Contains("operator (operator)", _console.Output, StringComparison.Ordinal);
        Assert.Contains("--certificates", _console.Error, StringComparison.Ordinal);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Out, "silo", "silo.pem"));
        Assert.Equal(365, Math.Round((certificate.NotAfter - certificate.NotBefore).TotalDays));
    }

    [Fact]
    public async Task Certificates_RoleNameAndDays_AreThoseOfOneMore()
    {
        await _console.RunAsync("certificates", "--out", Out);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("certificates", "--out", Out, "--role", "reader", "--name", "anna", "--days", "30"));

        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Out, "anna", "client.pem"));
        Assert.True(CertificateSubject.TryRead(certificate.SubjectName, out CertificateSubject? subject));
        Assert.Equal(new CertificateSubject("anna", CertificateRole.Reader), subject);
        Assert.Equal(30, Math.Round((certificate.NotAfter - certificate.NotBefore).TotalDays));
    }

    [Fact]
    public async Task Certificates_Twice_LeavesWhatIsThereAndSaysSo()
    {
        await _console.RunAsync("certificates", "--out", Out);
        string before = await File.ReadAllTextAsync(Path.Combine(Out, "operator", "client.pem"), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("certificates", "--out", Out));

        Assert.Contains("is there already and is left as it is", _console.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(Out, "operator", "client.pem"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Certificates_Renew_RenewsAllOrThoseThatAreDue()
    {
        await _console.RunAsync("certificates", "--out", Out);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("certificates", "--out", Out, "--renew", "--due"));
        Assert.Equal(2, Count("not due: "));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("certificates", "--out", Out, "--renew", "--days", "10"));
        Assert.Equal(2, Count("renewed: "));
    }

    [Theory]
    [InlineData("--role is 'silo'; it is reader, operator or admin.", "--role", "silo")]
    [InlineData("--role is 'Admin'; it is reader, operator or admin.", "--role", "Admin")]
    [InlineData("--name is '../x'", "--name", "../x")]
    [InlineData("--name is 'silo'", "--name", "silo")]
    [InlineData("--days 0 is out of range; 1 to 3,650 is allowed.", "--days", "0")]
    [InlineData("--due goes with --renew.", "--due")]
    [InlineData("--renew renews all as they are: leave out --role and --name.", "--renew", "--role", "reader")]
    [InlineData("There is no authority in", "--renew")]
    public async Task Certificates_WhatCannotBe_IsRefusedAndNothingIsMade(string complaint, params string[] options)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(["certificates", "--out", Out, .. options]));

        Assert.Contains(complaint, _console.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    private int Count(string what)
    {
        return _console.Output.Split(what).Length - 1;
    }
}
