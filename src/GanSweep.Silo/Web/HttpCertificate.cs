using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.Logging;

namespace GanSweep.Silo.Web;

/// <summary>
/// The certificate with which pages and API are served. Its files are looked at with a new connection, at most every other second, and read anew when
/// they have changed; while they cannot be read, the one that was read last goes on.
/// </summary>
internal sealed partial class HttpCertificate
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    private readonly string _certificate;
    private readonly string _key;
    private readonly TimeProvider _time;
    private readonly ILogger<HttpCertificate> _logger;
    private readonly Lock _reading = new();
    private SslStreamCertificateContext _context;
    private (DateTime Certificate, DateTime Key) _readAs;
    private long _lookedAt;

    /// <summary>Reads it.</summary>
    /// <exception cref="SiloOptionsException">It cannot be read, or is none.</exception>
    public HttpCertificate(SiloOptions options, TimeProvider time, ILogger<HttpCertificate> logger)
    {
        _certificate = options.Certificate!;
        _key = options.CertificateKey ?? options.Certificate!;
        _time = time;
        _logger = logger;
        try
        {
            _readAs = Written();
            _context = Read();
            _lookedAt = time.GetTimestamp();
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            throw new SiloOptionsException(
                [$"certificate is '{_certificate}', which cannot be used with the key in '{_key}': {failure.Message.TrimEnd('.')}. Both are PEM files; the key has no password."]);
        }
    }

    /// <summary>What a connection that begins now is served with.</summary>
    public SslStreamCertificateContext Current()
    {
        lock (_reading)
        {
            if (_time.GetElapsedTime(_lookedAt) >= LookInterval)
            {
                _lookedAt = _time.GetTimestamp();
                Renew();
            }

            return _context;
        }
    }

    private void Renew()
    {
        try
        {
            if (Written() is var written && written != _readAs)
            {
                // The one before may be in use by connections; it goes when they have gone.
                _context = Read();
                _readAs = written;
                LogRenewed(_certificate, _context.TargetCertificate.NotAfter);
            }
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            LogNotRenewed(failure, _certificate);
        }
    }

    private (DateTime Certificate, DateTime Key) Written()
    {
        return (File.GetLastWriteTimeUtc(_certificate), File.GetLastWriteTimeUtc(_key));
    }

    private SslStreamCertificateContext Read()
    {
        X509Certificate2Collection chain = [];
        chain.ImportFromPemFile(_certificate);
        return SslStreamCertificateContext.Create(X509Certificate2.CreateFromPemFile(_certificate, _key), chain, offline: true);
    }

    private static bool IsExpected(Exception failure)
    {
        return failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The certificate {File} was read anew; it is good until {NotAfter:s}")]
    private partial void LogRenewed(string file, DateTime notAfter);

    [LoggerMessage(Level = LogLevel.Error, Message = "The certificate {File} has changed and cannot be used; the one before goes on")]
    private partial void LogNotRenewed(Exception failure, string file);
}
