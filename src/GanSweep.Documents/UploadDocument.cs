namespace GanSweep.Documents;

/// <summary>A file on its way to a coordinator.</summary>
/// <param name="Upload">Its name.</param>
/// <param name="File">What its user calls it.</param>
/// <param name="Length">How many bytes it will have.</param>
/// <param name="Offset">How many are there: where to go on from.</param>
public sealed record UploadDocument(string Upload, string File, long Length, long Offset)
{
    /// <summary>Whether all of it is there.</summary>
    public bool IsWhole => Offset == Length;
}
