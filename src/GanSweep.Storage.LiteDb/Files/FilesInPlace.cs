using GanSweep.Files;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Files;

/// <summary>The files that this process has open, and whether they are still those at their paths: a folder that is deleted takes nothing from whoever writes to it, but from everybody after.</summary>
/// <param name="files">The store's files.</param>
internal sealed class FilesInPlace(StoreFiles files)
{
    private readonly Dictionary<string, FileStatus> _known = [];

    /// <summary>Notes which files stand at the paths now, those that it knows already excepted.</summary>
    public void Note()
    {
        foreach (string file in (ReadOnlySpan<string>)[files.Lock, files.Data, files.Log])
        {
            FileStatus status = FileStatus.OfItself(file);
            if (status.Kind != FileKind.None)
            {
                _known.TryAdd(file, status);
            }
        }
    }

    /// <summary>Demands that they are still there.</summary>
    /// <exception cref="StoreGoneException">One of them is not, or is another one.</exception>
    public void Demand()
    {
        foreach ((string file, FileStatus status) in _known)
        {
            if (FileStatus.OfItself(file) != status)
            {
                throw new StoreGoneException(files.Folder, Path.GetFileName(file));
            }
        }
    }
}
