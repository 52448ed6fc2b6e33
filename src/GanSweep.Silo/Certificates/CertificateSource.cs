namespace GanSweep.Silo.Certificates;

/// <summary>The certificates of a folder, read anew when its files have changed: so they can be renewed without a stop.</summary>
public sealed class CertificateSource
{
    private readonly string _file;
    private readonly TimeProvider _time;
    private readonly Action<CertificateException> _unreadable;
    private readonly Lock _lock = new();
    private (DateTime, long, DateTime, long) _stamp;
    private LoadedCertificates _loaded;

    private CertificateSource(string folder, string file, TimeProvider time, Action<CertificateException> unreadable)
    {
        Folder = folder;
        _file = file;
        _time = time;
        _unreadable = unreadable;
        _stamp = Stamp();
        _loaded = LoadedCertificates.Load(folder, file);
        if (PeerCheck.WhyInvalid(_loaded.Own, _loaded.Authority, time.GetUtcNow()) is { } reason)
        {
            throw new CertificateException($"{Path.Combine(folder, file)} cannot be used: {reason}. Renew it where it was made: gansweep certificates --out DIR --renew");
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Whose the certificate is.</summary>
    public CertificateSubject Subject => Current.Subject;

    /// <summary>What the files say now. While they cannot be read, it is what they said before.</summary>
    internal LoadedCertificates Current
    {
        get
        {
            lock (_lock)
            {
                if (Stamp() is { } stamp && stamp != _stamp)
                {
                    _stamp = stamp;
                    try
                    {
                        // What was read before is not disposed of: a handshake may be using it.
                        _loaded = LoadedCertificates.Load(Folder, _file);
                    }
                    catch (CertificateException unreadable)
                    {
                        _unreadable(unreadable);
                    }
                }

                return _loaded;
            }
        }
    }

    /// <summary>A silo's.</summary>
    /// <param name="folder">Its folder, or the one around it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="unreadable">Called when changed files cannot be read.</param>
    /// <exception cref="CertificateException">They cannot be used.</exception>
    public static CertificateSource OfSilo(string folder, TimeProvider time, Action<CertificateException> unreadable)
    {
        return new CertificateSource(CertificateSearch.Find(folder, CertificateFiles.Silo), CertificateFiles.Silo, time, unreadable);
    }

    /// <summary>A client's.</summary>
    /// <inheritdoc cref="OfSilo"/>
    public static CertificateSource OfClient(string folder, TimeProvider time, Action<CertificateException> unreadable)
    {
        return new CertificateSource(CertificateSearch.Find(folder, CertificateFiles.Client), CertificateFiles.Client, time, unreadable);
    }

    /// <summary>The time now.</summary>
    internal DateTimeOffset Now()
    {
        return _time.GetUtcNow();
    }

    private (DateTime, long, DateTime, long) Stamp()
    {
        FileInfo own = new(Path.Combine(Folder, _file));
        FileInfo authority = new(Path.Combine(Folder, CertificateFiles.Authority));
        return (own.LastWriteTimeUtc, own.Exists ? own.Length : -1, authority.LastWriteTimeUtc, authority.Exists ? authority.Length : -1);
    }
}
