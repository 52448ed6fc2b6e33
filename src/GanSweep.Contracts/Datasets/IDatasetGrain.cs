using GanSweep.Contracts.Access;

namespace GanSweep.Contracts.Datasets;

/// <summary>A table's file in the coordinator's store, uploaded and read in parts. Key: the table's hash, in hexadecimal.</summary>
public interface IDatasetGrain : IGrainWithStringKey
{
    /// <summary>The largest part that is sent in one call, in bytes.</summary>
    const int PartLength = 1 << 20;

    /// <summary>Length of the stored file in bytes, or null if the store does not hold it.</summary>
    [Alias("GetLength"), AllowedTo(AccessRole.Operator)]
    Task<long?> GetLengthAsync();

    /// <summary>
    /// Appends a part if it joins on to what is here, and returns how many bytes are here: where to go on from. So an upload that was cut
    /// off is taken up again, and several clients that send the same table help each other. Nothing is kept before <see cref="CommitAsync"/>.
    /// </summary>
    /// <exception cref="InvalidDatasetException">The part is too long, or more than the largest table allowed.</exception>
    [Alias("Append"), AllowedTo(AccessRole.Operator)]
    Task<long> AppendAsync(long offset, byte[] part);

    /// <summary>Verifies that the bytes are the table of that hash and keeps the file: on disk when this returns. Other bytes are dropped.</summary>
    /// <exception cref="InvalidDatasetException">The bytes are no table, or another than the grain's key says.</exception>
    [Alias("Commit"), AllowedTo(AccessRole.Operator)]
    Task CommitAsync();

    /// <summary>Reads a part of at most <see cref="PartLength"/> bytes from <paramref name="offset"/>; empty at the end.</summary>
    /// <exception cref="InvalidDatasetException">The store does not hold the file.</exception>
    [Alias("Read"), AllowedTo(AccessRole.Operator)]
    Task<byte[]> ReadAsync(long offset);
}
