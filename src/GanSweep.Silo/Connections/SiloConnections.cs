using GanSweep.Silo.Certificates;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GanSweep.Silo.Connections;

/// <summary>Who may connect to a silo, by its options.</summary>
internal static partial class SiloConnections
{
    /// <summary>Whoever has a certificate; or whoever reaches it, which is nobody else on the loopback and is said again and again elsewhere.</summary>
    public static ISiloBuilder UseGanSweepConnections(this ISiloBuilder silo, SiloOptions options)
    {
        if (options.Certificates is { } folder)
        {
            return silo.UseCertificates(services => CertificateSource.OfSilo(
                folder,
                services.GetRequiredService<TimeProvider>(),
                unreadable => LogUnreadable(services.GetRequiredService<ILogger<CertificateSource>>(), unreadable.Message)));
        }

        if (options.Insecure && !options.IsLoopback())
        {
            silo.Services.AddHostedService<InsecureWarning>();
        }

        return silo;
    }

    [LoggerMessage(LogLevel.Error, "The certificates have changed and cannot be used, so those from before stay in use. {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string reason);
}
