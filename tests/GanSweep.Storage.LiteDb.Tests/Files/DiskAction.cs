namespace GanSweep.Storage.LiteDb.Tests.Files;

/// <summary>Something done to a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Position">Where bytes were written, or the new length.</param>
/// <param name="Bytes">What was written.</param>
internal sealed record DiskAction(string File, DiskActionKind Kind, long Position, byte[] Bytes);
