using System.Collections.Immutable;
using GanSweep.Reporting.Inputs;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;
using GanSweep.Training.Generators;

namespace GanSweep.Services.Samples;

/// <summary>Paths that a report holds against the longest real series. Like fresh samples, they had no part in the choice of their generator.</summary>
internal static class FreshPaths
{
    // None of those of fresh samples: these are other paths.
    private const long Seed = 4;

    // Of all paths together, with those that each begins with and that are left out: seconds of a flow, which is the slowest.
    private const int MostRows = 160_000;

    private const int MostPaths = 200;
    private const int FewestPaths = 20; // which its 5 % quantile takes
    private const int LongestPath = 4_096;

    /// <summary>Draws them.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="real">The real table.</param>
    /// <returns>Null where rows stand by themselves.</returns>
    public static SyntheticPaths? Draw(TrainedGenerator generator, Table real)
    {
        if (generator.Paths is not { } model)
        {
            return null;
        }

        // A series that few training rows are of is not told, and has no paths.
        SequencedTable sequence = SequencedTable.Of(real, model.Sequence);
        HashSet<string> told = [.. model.Groups.Select(group => group.Name)];
        if (LongestOf(sequence, told) is not { } longest)
        {
            return null;
        }

        int length = Math.Min(sequence.Lengths[longest], LongestPath);
        int paths = CountOf(length, PathSampler.RowsLeftOut(generator));
        string? group = sequence.Words[longest];
        string[] columns = [.. sequence.Values.Take(SyntheticPaths.MostColumns).Select(column => real.ColumnNames[column])];
        return new SyntheticPaths(longest, group, length, [.. PathSampler.DrawPaths(generator, paths, length, Seed, group, columns)]);
    }

    /// <summary>The number of the longest series of which there are paths, the first of several; null if there are paths of none.</summary>
    /// <param name="sequence">The series.</param>
    /// <param name="told">The words of those that a generator has paths of, where there is a group.</param>
    internal static int? LongestOf(SequencedTable sequence, IReadOnlySet<string> told)
    {
        ImmutableArray<string?> words = sequence.Words;
        return Enumerable.Range(0, words.Length)
            .Where(series => sequence.Group is null || (words[series] is { } word && told.Contains(word)))
            .OrderByDescending(series => sequence.Lengths[series])
            .Select(series => (int?)series)
            .FirstOrDefault();
    }

    /// <summary>How many paths are drawn: the fewer the longer they are.</summary>
    /// <param name="length">Rows of each.</param>
    /// <param name="leftOut">Rows that each begins with and that are left out.</param>
    internal static int CountOf(int length, int leftOut)
    {
        return Math.Clamp(MostRows / (length + leftOut), FewestPaths, MostPaths);
    }
}
