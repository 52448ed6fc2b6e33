namespace GanSweep.Training.Generators;

/// <summary>A file that is not a generator this version reads. The message names the file, what is wrong and what to do.</summary>
/// <param name="message">The whole message.</param>
/// <param name="fileName">The file, or what else the bytes came from.</param>
/// <param name="innerException">The cause, if it was an exception.</param>
public sealed class GeneratorFileException(string message, string fileName, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The file, or what else the bytes came from.</summary>
    public string FileName { get; } = fileName;
}
