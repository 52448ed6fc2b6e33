using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GanSweep.Silo.Connections;

/// <summary>Says that whoever reaches this silo may do anything: at its start, and every hour.</summary>
internal sealed partial class InsecureWarning(TimeProvider time, ILogger<InsecureWarning> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        do
        {
            LogInsecure();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(
        LogLevel.Warning,
        "This silo runs with --insecure: whoever reaches its ports may do anything, and all that is said can be read on the way. Certificates end that: "
        + "gansweep certificates --out DIR")]
    private partial void LogInsecure();
}
