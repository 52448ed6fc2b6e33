using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Silos;
using GanSweep.Silo;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Sessions;

/// <summary>What somebody reads whom a real silo does not let in.</summary>
public sealed class CertifiedClusterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestConsole _console = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Open_SiloWithCertificates_LetsInThoseWithOneAndTellsTheOthersWhatIsWrong()
    {
        string certificates = Make("certificates", TimeProvider.System);
        string foreign = Make("foreign", TimeProvider.System);
        SiloOptions options = SiloOptions.Embedded(_folder.File("data"), SiloRoles.Coordinator);
        options.Certificates = certificates;
        using IHost silo = await StartAsync(options);

        await using (ClusterSession session = await OpenAsync(options, Path.Combine(certificates, "operator")))
        {
            Assert.Empty(await session.GetDispatcher().ListAsync());
        }

        ClusterRefusedException without = await Assert.ThrowsAsync<ClusterRefusedException>(() => OpenAsync(options, folder: null));
        Assert.Contains("it asks for a certificate. Give --certificates DIR", without.Message, StringComparison.Ordinal);

        ClusterRefusedException other = await Assert.ThrowsAsync<ClusterRefusedException>(() => OpenAsync(options, Path.Combine(foreign, "operator")));
        Assert.Contains("its certificate is of another authority", other.Message, StringComparison.Ordinal);

        // Made by somebody else, for one who trusts these silos.
        string forged = Path.Combine(foreign, "operator");
        File.Copy(Path.Combine(certificates, "operator", "authority.pem"), Path.Combine(forged, "authority.pem"), overwrite: true);
        CertificateException own = await Assert.ThrowsAsync<CertificateException>(() => OpenAsync(options, forged));
        Assert.Contains("its certificate is of another authority", own.Message, StringComparison.Ordinal);
        await silo.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Open_SiloWithoutCertificates_SaysThatItHasNone()
    {
        string certificates = Make("certificates", TimeProvider.System);
        SiloOptions options = SiloOptions.Embedded(_folder.File("data"), SiloRoles.Coordinator);
        using IHost silo = await StartAsync(options);

        ClusterRefusedException refused = await Assert.ThrowsAsync<ClusterRefusedException>(() => OpenAsync(options, Path.Combine(certificates, "operator")));

        Assert.Contains("it does not speak TLS, so either it runs without certificates", refused.Message, StringComparison.Ordinal);
        await silo.StopAsync(Cancellation);
    }

    private string Make(string name, TimeProvider time)
    {
        string folder = _folder.File(name);
        new CertificateFolder(folder, time).Make(new CertificateSubject("operator", CertificateRole.Operator), TimeSpan.FromDays(30));
        return folder;
    }

    private async Task<ClusterSession> OpenAsync(SiloOptions options, string? folder)
    {
        return await ClusterSession.OpenAsync(
            new GatewayAddress("localhost", options.GatewayPort),
            folder is null ? null : CertificateSource.OfClient(folder, TimeProvider.System, unreadable => throw unreadable),
            new ConsoleLog(new ErrorConsole(_console), verbose: false),
            Cancellation);
    }

    private static Task<IHost> StartAsync(SiloOptions options)
    {
        return GanSweepHost.StartAsync(options, logging => logging.ClearProviders(), Cancellation);
    }
}
