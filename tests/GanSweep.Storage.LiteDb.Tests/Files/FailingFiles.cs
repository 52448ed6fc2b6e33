using GanSweep.Storage.LiteDb.Files;
using Microsoft.Win32.SafeHandles;

namespace GanSweep.Storage.LiteDb.Tests.Files;

/// <summary>The files of a data folder on a <see cref="FailingDisk"/>.</summary>
internal sealed class FailingFiles(string folder, FailingDisk disk) : StoreFiles(folder)
{
    public override FileStream Open(string path, FileMode mode, FileAccess access)
    {
        return new FailingFile(path, mode, access, disk);
    }

    private sealed class FailingFile(string path, FileMode mode, FileAccess access, FailingDisk disk)
        : FileStream(path, mode, access, FileShare.Read, bufferSize: 0)
    {
        private readonly string _name = System.IO.Path.GetFileName(path);
        private FileStream? _unreadable;

        // Reading this process's memory where there is none is an input/output error, as reading a bad sector is.
        public override SafeFileHandle SafeFileHandle =>
            disk.IsUnreadable ? (_unreadable ??= File.OpenRead("/proc/self/mem")).SafeFileHandle : base.SafeFileHandle;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            byte[] bytes = buffer.ToArray();
            try
            {
                disk.Do(new DiskAction(_name, DiskActionKind.Write, Position, bytes), () => base.Write(bytes, 0, bytes.Length));
            }
            catch (IOException)
            {
                // A disk has room for a part before it has none.
                base.Write(bytes, 0, bytes.Length / 2);
                throw;
            }
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Write(buffer.AsSpan(offset, count));
        }

        protected override void Dispose(bool disposing)
        {
            _unreadable?.Dispose();
            base.Dispose(disposing);
        }

        public override void SetLength(long value)
        {
            disk.Do(new DiskAction(_name, DiskActionKind.SetLength, value, []), () => base.SetLength(value));
        }

        public override void Flush(bool flushToDisk)
        {
            // Any other flush goes no further than the operating system, where all writes are already.
            if (flushToDisk)
            {
                disk.Do(new DiskAction(_name, DiskActionKind.Flush, 0, []), () => base.Flush(flushToDisk && !disk.HasPower));
            }
        }
    }
}
