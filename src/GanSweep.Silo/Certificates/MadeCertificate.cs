namespace GanSweep.Silo.Certificates;

/// <summary>A certificate that was made, or that is not due yet.</summary>
/// <param name="Folder">The folder that its owner needs.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="ValidUntil">Its last moment.</param>
/// <param name="IsNew">Whether it was made now.</param>
public sealed record MadeCertificate(string Folder, CertificateSubject Subject, DateTimeOffset ValidUntil, bool IsNew);
