using GanSweep.Sweeps.Stores;
namespace GanSweep.Storage.LiteDb.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gansweep-storage-");

    public string Path => _folder.FullName;

    public string Data => System.IO.Path.Combine(Path, "gansweep.db");

    public string Log => System.IO.Path.Combine(Path, "gansweep-log.db");

    public Task<ISweepStore> OpenAsync(bool readOnly = false)
    {
        return new LiteDbStoreKind().OpenAsync(new StoreOptions { Folder = Path, ReadOnly = readOnly }, TestContext.Current.CancellationToken);
    }

    public void CopyTo(TemporaryFolder other)
    {
        foreach (string file in Directory.GetFiles(Path))
        {
            File.Copy(file, System.IO.Path.Combine(other.Path, System.IO.Path.GetFileName(file)));
        }
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }
}
