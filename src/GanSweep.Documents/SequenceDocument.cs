using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Documents;

/// <summary>How the rows of a table follow each other, and what is found of its series.</summary>
/// <param name="By">The column by which they are sorted, or "row" for the order of the file.</param>
/// <param name="Group">The column that tells one series from another; left out if all rows are one.</param>
/// <param name="Window">How many rows the next one hangs on.</param>
/// <param name="Blocks">In how many blocks rows are held out; left out if it is one, the last rows.</param>
/// <param name="Series">Each series: its name, rows, first and last stamp, doubled stamps, rows out of order, and steps.</param>
public sealed record SequenceDocument(
    string By, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Group, int Window,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Blocks, ImmutableArray<SeriesSummary> Series)
{
    /// <summary>The document of a table.</summary>
    public static SequenceDocument Of(Table table, RowSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return new SequenceDocument(sequence.By, sequence.Group, sequence.Window, sequence.Blocks > 1 ? sequence.Blocks : null, SequenceReview.Of(table, sequence));
    }
}
