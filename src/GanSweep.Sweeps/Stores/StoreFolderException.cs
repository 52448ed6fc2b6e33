namespace GanSweep.Sweeps.Stores;

/// <summary>The data folder cannot hold a store.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="why">What stands in the way.</param>
/// <param name="cause">What the operating system said, if it did.</param>
/// <param name="option">The option that named it.</param>
public sealed class StoreFolderException(string folder, string why, Exception? cause = null, string option = "--data")
    : StoreException($"The data folder {folder} cannot be used: {why} Name another folder with {option} DIR.", cause)
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = folder;
}
