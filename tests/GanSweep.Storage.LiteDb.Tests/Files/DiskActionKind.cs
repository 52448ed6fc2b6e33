namespace GanSweep.Storage.LiteDb.Tests.Files;

internal enum DiskActionKind
{
    Write,
    SetLength,
    Flush,
}
