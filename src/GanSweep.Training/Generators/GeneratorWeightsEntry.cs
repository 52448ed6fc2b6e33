namespace GanSweep.Training.Generators;

/// <summary>Which bytes the weights are.</summary>
/// <param name="File">The name of the entry.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal.</param>
internal sealed record GeneratorWeightsEntry(string File, long Length, string Sha256);
