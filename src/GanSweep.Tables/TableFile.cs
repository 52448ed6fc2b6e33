namespace GanSweep.Tables;

/// <summary>A table, and the file that it was read from.</summary>
/// <param name="Content">The bytes of the file.</param>
/// <param name="Hash">Their <see cref="DatasetHash"/>.</param>
/// <param name="Table">What they say.</param>
public sealed record TableFile(ReadOnlyMemory<byte> Content, string Hash, Table Table);
