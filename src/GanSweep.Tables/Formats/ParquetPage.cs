namespace GanSweep.Tables.Formats;

/// <summary>What the header of a page says of it.</summary>
/// <param name="Size">How many bytes follow the header.</param>
/// <param name="Unpacked">How many that is unpacked.</param>
internal sealed record ParquetPage(int Size, int Unpacked)
{
    /// <summary>How many values of rows it has.</summary>
    public int Values { get; init; }

    /// <summary>How many values a dictionary has, which rows refer to.</summary>
    public int Words { get; init; }

    /// <summary>How many bytes at its beginning, never packed, say which values are missing; 0 where they are within what is packed.</summary>
    public int Definitions { get; init; }

    /// <summary>How many bytes before those say where lists begin.</summary>
    public int Repetitions { get; init; }

    /// <summary>Whether the rest is packed, if its column is.</summary>
    public bool IsPacked { get; init; }
}
