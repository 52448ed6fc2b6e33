namespace GanSweep.Storage.Tests.Files;

internal enum DiskActionKind
{
    Write,
    SetLength,
    Flush,
}
