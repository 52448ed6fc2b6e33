namespace GanSweep.Silo.Certificates;

/// <summary>Certificates cannot be used, or not be made.</summary>
/// <param name="message">What is wrong, with which file, and what to do.</param>
/// <param name="innerException">The failure.</param>
public sealed class CertificateException(string message, Exception? innerException = null) : Exception(message, innerException);
