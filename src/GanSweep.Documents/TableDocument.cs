using System.Collections.Immutable;
using GanSweep.Tables.Formats;

namespace GanSweep.Documents;

/// <summary>A table as it was read, as <c>describe --json</c> prints it.</summary>
/// <param name="File">Its file.</param>
/// <param name="Hash">Its name by its content.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Spelling">How its file is spelled, in words.</param>
/// <param name="Columns">Every column of the file, in its order.</param>
/// <param name="Notes">What its reader must know.</param>
public sealed record TableDocument(
    string File, string Hash, int Rows, string Spelling, ImmutableArray<ColumnDocument> Columns, ImmutableArray<string> Notes)
{
    /// <summary>The document of a table as it was read.</summary>
    public static TableDocument Of(string file, ReadTable table)
    {
        return new TableDocument(
            file, DatasetHash.Of(table.Table), table.Table.RowCount, table.Dialect, [.. table.Profiles.Select(ColumnDocument.Of)], table.Notes);
    }
}
