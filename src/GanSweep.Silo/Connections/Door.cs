using System.Net;
using System.Security.Cryptography.X509Certificates;
using GanSweep.Silo.Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Orleans.Connections.Security;

namespace GanSweep.Silo.Connections;

/// <summary>A way into a silo, or out of it, that opens for certificates of the cluster alone, and says in the log whom it did not open for.</summary>
internal sealed partial class Door
{
    private readonly CertificateSource _certificates;
    private readonly ILogger _logger;
    private readonly string _name;
    private readonly bool _silosAlone;

    // The library asks what to think of a certificate without saying whose connection it is on.
    private readonly AsyncLocal<Attempt?> _attempt = new();

    private Door(string name, bool silosAlone, CertificateSource certificates, ILogger logger)
    {
        _name = name;
        _silosAlone = silosAlone;
        _certificates = certificates;
        _logger = logger;
    }

    /// <summary>Adds the door to connections that come in.</summary>
    /// <param name="builder">Those connections.</param>
    /// <param name="name">Where they come to, for the log.</param>
    /// <param name="silosAlone">Whether it opens for silos alone, or for clients too.</param>
    /// <param name="certificates">This silo's.</param>
    /// <param name="logger">The log.</param>
    public static void AddInward(IConnectionBuilder builder, string name, bool silosAlone, CertificateSource certificates, ILogger logger)
    {
        Door door = new(name, silosAlone, certificates, logger);
        builder.Use(next => context => door.WatchAsync(context, next, LogRefusedIn));
        builder.UseServerTls(TlsEnds.Called(certificates, door.Refusal));
        builder.Use(next => context => door.Pass(context, next));
    }

    /// <summary>Adds the door to connections of a silo to other silos.</summary>
    public static void AddOutward(IConnectionBuilder builder, CertificateSource certificates, ILogger logger)
    {
        Door door = new("silo", silosAlone: true, certificates, logger);
        builder.Use(next => context => door.WatchAsync(context, next, LogRefusedOut));
        builder.UseClientTls(TlsEnds.Caller(certificates, door.Refusal));
        builder.Use(next => context => door.Pass(context, next));
    }

    private string? Refusal(X509Certificate2 certificate)
    {
        string? reason = PeerCheck.Refusal(certificate, _certificates.Current, _certificates.Now(), _silosAlone);
        if (reason is not null && _attempt.Value is { } attempt)
        {
            attempt.Refusal = CertificateSubject.TryRead(certificate.SubjectName, out CertificateSubject? subject) ? $"{subject}: {reason}" : reason;
        }

        return reason;
    }

    private async Task WatchAsync(ConnectionContext context, ConnectionDelegate next, Action<ILogger, EndPoint?, string, string> log)
    {
        Attempt attempt = new();
        _attempt.Value = attempt;
        context.Features.Set(attempt);
        await next(context);
        if (!attempt.HasPassed)
        {
            log(_logger, context.RemoteEndPoint, _name, attempt.Refusal ?? "it showed no certificate: it has none, does not speak TLS, or hung up");
        }
    }

    private Task Pass(ConnectionContext context, ConnectionDelegate next)
    {
        context.Features.Get<Attempt>()!.HasPassed = true;

        // What the connection does from here on, for as long as it lives, is nobody's attempt to come in.
        _attempt.Value = null;
        return next(context);
    }

    [LoggerMessage(LogLevel.Warning, "Refused a connection from {Remote} to the {Port} port: {Reason}")]
    private static partial void LogRefusedIn(ILogger logger, EndPoint? remote, string port, string reason);

    [LoggerMessage(LogLevel.Warning, "Broke off a connection to {Remote}, a {Port} port: {Reason}")]
    private static partial void LogRefusedOut(ILogger logger, EndPoint? remote, string port, string reason);

    private sealed class Attempt
    {
        public bool HasPassed { get; set; }

        public string? Refusal { get; set; }
    }
}
