namespace GanSweep.Storage.LiteDb.Tests.Files;

internal enum StorageFault
{
    FlippedBits,
    CutOff,
    DiskFull,
    WritesFail,
    ReadsFail,
    ReadOnly,
    Deleted,
    Renamed,
    Replaced,
}
