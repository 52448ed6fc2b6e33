using System.Collections.Immutable;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Inference;

/// <summary>What was understood of a column of a file. Its texts are as they stand in the file: who shows them escapes them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it was taken for.</param>
/// <param name="Why">Why, in a few words.</param>
public sealed record ColumnProfile(string Name, ColumnRole Role, string Why)
{
    /// <summary>The role as a word, as in <c>sweep.json</c>.</summary>
#pragma warning disable CA1308 // Words of sweep.json are small.
    public string Kind => Role.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>Its levels, or its smallest and largest value; empty where there are none or nothing may be shown.</summary>
    public string Values { get; init; } = string.Empty;

    /// <summary>How many levels it has; 0 for numbers and dates.</summary>
    public int LevelCount { get; init; }

    /// <summary>The share of its cells that are missing, 0 to 1.</summary>
    public double MissingShare { get; init; }

    /// <summary>Up to three of its different texts; none where nothing may be shown.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];

    /// <summary>What its user should look at: whole sentences.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
