using System.Collections.Immutable;
using GanSweep.Evaluation.Attacks;
using GanSweep.Tables.Sequences;

namespace GanSweep.Client.Attacks;

/// <summary>What is attacked, and the file in which its training rows stand.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="File">The file.</param>
internal sealed record Attacked(AttackedTables Tables, string File)
{
    /// <summary>Where each training row stands in the file, from 0; null where they are the file's rows.</summary>
    public IReadOnlyList<int>? RowNumbers { get; init; }

    /// <summary>How their rows follow each other; null if they do not.</summary>
    public RowSequence? Sequence { get; init; }

    /// <summary>The tables as their rows follow each other; null if they do not.</summary>
    public AttackedSequence? InTime { get; init; }

    /// <summary>A study of the tables, with exposed rows by their places in the file.</summary>
    public MembershipStudy InFile(MembershipStudy study)
    {
        return RowNumbers is not { } numbers ? study : study with { Exposed = [.. study.Exposed.Select(record => record with { Row = numbers[record.Row] })] };
    }

    /// <summary>A study of windows, with the rows of those that are exposed by their places in the file.</summary>
    public WindowStudy InFile(WindowStudy study)
    {
        return RowNumbers is not { } numbers
            ? study
            : study with { ExposedRows = [.. study.ExposedRows.Select(rows => ImmutableArray.CreateRange(rows, row => numbers[row]))] };
    }
}
