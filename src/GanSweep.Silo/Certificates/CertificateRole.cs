namespace GanSweep.Silo.Certificates;

/// <summary>Whose a certificate is, and what it lets its owner do. It stands in the certificate's subject.</summary>
public enum CertificateRole
{
    /// <summary>A client that looks.</summary>
    Reader,

    /// <summary>A client that works.</summary>
    Operator,

    /// <summary>A client that may do all that a client may.</summary>
    Admin,

    /// <summary>A silo: to other silos one of them, and at a gateway an admin.</summary>
    Silo,
}
