using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using GanSweep.Grains.Calls;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Connections.Frames;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Connections.Security;
using Orleans.Runtime;
using Orleans.Serialization.Session;

namespace GanSweep.Silo.Connections;

/// <summary>
/// Binds every message that comes in at the gateway to the certificate of its connection: the connection begins with an id that nobody else has,
/// each of its messages names that id as its sender, and what that id may do is what the certificate says.
/// </summary>
internal sealed partial class GatewayGuard(
    GatewayClients clients, PreambleReader preambles, SerializerSessionPool sessions, IOptions<SiloMessagingOptions> messaging, ILogger<GatewayGuard> logger)
{
    // Ids of observers are those of their clients with something behind it.
    private const byte ObserverSeparator = (byte)'+';

    /// <summary>Guards a connection for as long as it lives.</summary>
    public async Task OnConnectionAsync(ConnectionContext context, ConnectionDelegate next)
    {
        if (context.Features.Get<ITlsConnectionFeature>()?.RemoteCertificate is not { } certificate
            || !CertificateSubject.TryRead(certificate.SubjectName, out CertificateSubject? subject))
        {
            throw new InvalidOperationException("A connection has come to the gateway's guard that the door should not have opened for.");
        }

        IDuplexPipe transport = context.Transport;
        using SerializerSession session = sessions.GetSession();
        GrainId? entered = null;
        CheckedReader reader = new(
            transport.Input,
            preamble => (entered = Begin(preamble, subject, context.RemoteEndPoint)).Value,
            (header, client) => Refusal(header, client, session, subject, context.RemoteEndPoint),
            messaging.Value.MaxMessageHeaderSize);
        context.Transport = new CheckedPipe(reader, transport.Output);
        try
        {
            await next(context);
        }
        finally
        {
            context.Transport = transport;
            if (entered is { } id)
            {
                clients.Leave(id);
            }
        }
    }

    private GrainId Begin(ReadOnlySequence<byte> preamble, CertificateSubject subject, EndPoint? remote)
    {
        GrainId id = preambles.Read(preamble);
        if (!id.IsClient() || id.Key.AsSpan().Contains(ObserverSeparator) || HostedClient.Is(id))
        {
            throw Forged(subject, remote, $"it says that it is '{id}', which no client is");
        }

        return clients.TryEnter(id, subject) ? id : throw Forged(subject, remote, $"it says that it is '{id}', which is another client that is connected");
    }

    private string? Refusal(ReadOnlySequence<byte> header, GrainId client, SerializerSession session, CertificateSubject subject, EndPoint? remote)
    {
        string? reason = FrameCheck.Refusal(header, client, session);
        if (reason is not null)
        {
            LogForged(logger, subject, remote, reason);
        }

        return reason;
    }

    private ForgedMessageException Forged(CertificateSubject subject, EndPoint? remote, string reason)
    {
        LogForged(logger, subject, remote, reason);
        return new ForgedMessageException(reason);
    }

    [LoggerMessage(LogLevel.Warning, "Ended the connection of {Client} from {Remote}, whose program was tampered with: {Reason}")]
    private static partial void LogForged(ILogger logger, CertificateSubject client, EndPoint? remote, string reason);
}
