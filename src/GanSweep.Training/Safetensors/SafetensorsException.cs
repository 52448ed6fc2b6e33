namespace GanSweep.Training.Safetensors;

/// <summary>Bytes that are not a safetensors file which this library reads. The message says why.</summary>
/// <param name="message">What is wrong, where and what is allowed.</param>
/// <param name="innerException">The cause, if it was an exception.</param>
internal sealed class SafetensorsException(string message, Exception? innerException = null) : Exception(message, innerException);
