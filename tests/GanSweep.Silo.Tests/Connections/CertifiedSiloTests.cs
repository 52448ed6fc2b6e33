using System.Security.Cryptography.X509Certificates;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace GanSweep.Silo.Tests.Connections;

/// <summary>Who is let in by a silo with certificates, and what they may do there. Each is a row of docs/security.md.</summary>
public sealed class CertifiedSiloTests
{
    [Fact]
    public async Task Gateway_NoCertificate_IsRefused()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();

        Assert.True(await CertifiedSilo.RefusesAsync(silo.Options.GatewayPort, certificate: null));

        Assert.Contains("it showed no certificate", await silo.WarningAsync("to the gateway port"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SiloPort_NoCertificate_IsRefused()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();

        Assert.True(await CertifiedSilo.RefusesAsync(silo.Options.SiloPort, certificate: null));

        Assert.Contains("it showed no certificate", await silo.WarningAsync("to the silo port"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SiloPort_CertificateOfAClient_IsRefusedWhateverItsRole()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();

        foreach (string role in (string[])["reader", "operator", "admin"])
        {
            X509Certificate2 certificate = silo.Certificates.Client(role).Current.Own;
            Assert.True(await CertifiedSilo.RefusesAsync(silo.Options.SiloPort, certificate));
            Assert.Contains("this is for silos alone", await silo.WarningAsync($"to the silo port: {role} ({role})"), StringComparison.Ordinal);
        }

        Assert.False(await CertifiedSilo.RefusesAsync(silo.Options.SiloPort, silo.Certificates.Silo().Current.Own));
    }

    [Fact]
    public async Task Ports_ForeignAuthority_IsRefusedAtBoth()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();
        using MadeCertificates others = new();

        Assert.True(await CertifiedSilo.RefusesAsync(silo.Options.SiloPort, others.Silo().Current.Own));
        Assert.True(await CertifiedSilo.RefusesAsync(silo.Options.GatewayPort, others.Client("admin").Current.Own));

        Assert.Contains("its certificate is of another authority", await silo.WarningAsync("to the silo port: silo (silo)"), StringComparison.Ordinal);
        Assert.Contains("its certificate is of another authority", await silo.WarningAsync("to the gateway port: admin (admin)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_ExpiredCertificate_IsRefused()
    {
        MadeCertificates certificates = new(DateTimeOffset.UtcNow.AddDays(-40), days: 30);
        X509Certificate2 expired = certificates.Client("admin").Current.Own;
        certificates.Time.Advance(TimeSpan.FromDays(40));
        certificates.Folder.Renew(TimeSpan.FromDays(30), dueAlone: false);
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync(certificates);

        Assert.True(await CertifiedSilo.RefusesAsync(silo.Options.GatewayPort, expired));
        Assert.Contains("its certificate ended on", await silo.WarningAsync("to the gateway port: admin (admin)"), StringComparison.Ordinal);
        Assert.Empty(await (await silo.GrainsAsync("admin")).GetGrain<IDispatcherGrain>(0).ListAsync());
    }

    [Fact]
    public async Task Certificates_RenewedWhileTheSiloRuns_AreShownToTheNextWhoComesAndNobodyIsThrownOut()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();
        IGrainFactory reader = await silo.GrainsAsync("reader");
        X509Certificate2 old = silo.Certificates.Silo().Current.Own;
        X509Certificate2 oldReader = silo.Certificates.Client("reader").Current.Own;
        Assert.Equal(old.SerialNumber, await CertifiedSilo.ShownAsync(silo.Options.GatewayPort, oldReader));

        silo.Certificates.Folder.Renew(TimeSpan.FromDays(365), dueAlone: false);

        string renewed = silo.Certificates.Silo().Current.Own.SerialNumber;
        Assert.NotEqual(old.SerialNumber, renewed);
        Assert.Equal(renewed, await CertifiedSilo.ShownAsync(silo.Options.GatewayPort, oldReader));
        Assert.Empty(await (await silo.GrainsAsync("reader")).GetGrain<IDispatcherGrain>(0).ListAsync());
        Assert.Empty(await reader.GetGrain<IDispatcherGrain>(0).ListAsync());
        Assert.Empty(silo.Warnings);
    }

    [Fact]
    public async Task Reader_Looks_AndMayChangeNothingNorSeeATable()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();
        IGrainFactory reader = await silo.GrainsAsync("reader");
        ISweepGrain sweep = reader.GetGrain<ISweepGrain>("none-1");

        Assert.Empty(await reader.GetGrain<IDispatcherGrain>(0).ListAsync());
        await Assert.ThrowsAsync<SweepNotFoundException>(sweep.GetProgressAsync);
        UnauthorizedAccessException refused = await Assert.ThrowsAsync<UnauthorizedAccessException>(sweep.CancelAsync);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(sweep.PauseAsync);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(sweep.RetryAsync);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => sweep.SubmitAsync(new SweepSubmission("{}", "x")));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => sweep.GetGeneratorAsync(run: null));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reader.GetGrain<IDatasetGrain>("x").ReadAsync(0));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(reader.GetGrain<IDatasetGrain>("x").GetLengthAsync);

        Assert.StartsWith("Cancel is for the role operator, and reader has the role reader.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("was refused ISweepGrain.CancelAsync", await silo.WarningAsync("reader (reader) was refused ISweepGrain.Cancel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_OfTheOtherRoles_MayChangeSweepsAndTakeNoLeases()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();
        foreach (string role in (string[])["operator", "admin"])
        {
            IGrainFactory grains = await silo.GrainsAsync(role);

            await Assert.ThrowsAsync<SweepNotFoundException>(grains.GetGrain<ISweepGrain>("none-1").CancelAsync);
            Assert.Null(await grains.GetGrain<IDatasetGrain>("x").GetLengthAsync());
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => grains.GetGrain<ISweepGrain>("none-1").GrantAsync("a", 1));
        }
    }

    [Fact]
    public async Task Admin_OrleansOwnGrains_AreForSilosAlone()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();
        IManagementGrain management = (await silo.GrainsAsync("admin")).GetGrain<IManagementGrain>(0);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => management.ForceActivationCollection(TimeSpan.Zero, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => management.GetHosts(onlyActive: true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Client_BeginsAsASilosOwnClient_IsNotHeard()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();
        GrainId hosted = GrainId.Create(TamperedClient.ClientType, $"hosted-127.0.0.1:{silo.Options.SiloPort}@0");

        (string warning, bool hasConnected) = await silo.WarnedOfAsync(
            silo.Certificates.Client("admin"), host => TamperedClient.BeginAs(host, hosted), "Ended the connection of admin (admin)");

        Assert.False(hasConnected);
        Assert.Contains("which no client is", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_BeginsAsAnAdminWhoIsConnected_IsNotHeard()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();
        IHost admin = await silo.ClientAsync(silo.Certificates.Client("admin"));

        (string warning, bool hasConnected) = await silo.WarnedOfAsync(
            silo.Certificates.Client("reader"),
            host => TamperedClient.BeginAs(host, TamperedClient.IdOf(admin)),
            "Ended the connection of reader (reader)");

        Assert.False(hasConnected);
        Assert.Contains("which is another client that is connected", warning, StringComparison.Ordinal);
        Assert.Empty(await admin.Services.GetRequiredService<IGrainFactory>().GetGrain<IDispatcherGrain>(0).ListAsync());
    }

    [Theory]
    [InlineData("an admin")]
    [InlineData("a silo's own client")]
    [InlineData("a grain")]
    public async Task Reader_NamesAnotherSender_IsNotHeard(string sender)
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();
        IHost admin = await silo.ClientAsync(silo.Certificates.Client("admin"));
        IHost reader = await silo.ClientAsync(silo.Certificates.Client("reader"));
        ISweepGrain sweep = reader.Services.GetRequiredService<IGrainFactory>().GetGrain<ISweepGrain>("none-1");
        TamperedClient.SendAs(reader, sender switch
        {
            "an admin" => TamperedClient.IdOf(admin),
            "a grain" => sweep.GetGrainId(),
            _ => GrainId.Create(TamperedClient.ClientType, $"hosted-127.0.0.1:{silo.Options.SiloPort}@0"),
        });

        // Neither an answer of the sweep's grain nor one of the filter's: the call does not get that far.
        Exception unheard = await Assert.ThrowsAnyAsync<Exception>(sweep.CancelAsync);
        Assert.IsNotType<SweepNotFoundException>(unheard);
        Assert.IsNotType<UnauthorizedAccessException>(unheard);

        Assert.Contains("a message says that it is from", await silo.WarningAsync("Ended the connection of reader (reader)"), StringComparison.Ordinal);
        Assert.Empty(await admin.Services.GetRequiredService<IGrainFactory>().GetGrain<IDispatcherGrain>(0).ListAsync());
    }

    [Fact]
    public async Task Client_ComesAgainUnderItsId_IsLetIn()
    {
        await using CertifiedSilo silo = await CertifiedSilo.StartAsync();
        IHost first = await silo.ClientAsync(silo.Certificates.Client("operator"));

        IHost second = await silo.ClientAsync(silo.Certificates.Client("operator"), host => TamperedClient.BeginAs(host, TamperedClient.IdOf(first)));

        Assert.Empty(await second.Services.GetRequiredService<IGrainFactory>().GetGrain<IDispatcherGrain>(0).ListAsync());
        Assert.Empty(silo.Warnings);
    }

    [Fact]
    public async Task Start_CertificatesThatCannotBeUsed_SaysWhichAndWhy()
    {
        using MadeCertificates certificates = new(DateTimeOffset.UtcNow.AddDays(-40), days: 30);

        CertificateException refused = await Assert.ThrowsAsync<CertificateException>(() => CertifiedSilo.StartAsync(certificates));

        Assert.Contains(Path.Combine(certificates["silo"], "silo.pem"), refused.Message, StringComparison.Ordinal);
        Assert.Contains("its certificate ended on", refused.Message, StringComparison.Ordinal);
    }
}
