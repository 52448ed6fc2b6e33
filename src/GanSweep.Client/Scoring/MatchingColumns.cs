using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Tables;

namespace GanSweep.Client.Scoring;

/// <summary>Matches the columns of a synthetic table with those of the real one.</summary>
internal static class MatchingColumns
{
    /// <summary>The synthetic table with its columns in the real table's order.</summary>
    /// <param name="real">The real table.</param>
    /// <param name="synthetic">The synthetic table.</param>
    /// <param name="syntheticFile">Its file, for messages.</param>
    /// <exception cref="WrongInputException">Columns are missing, or there are others.</exception>
    public static Table Arrange(Table real, Table synthetic, string syntheticFile)
    {
        string[] missing = [.. real.ColumnNames.Except(synthetic.ColumnNames)];
        string[] extra = [.. synthetic.ColumnNames.Except(real.ColumnNames)];
        if (missing.Length > 0 || extra.Length > 0)
        {
            throw new WrongInputException(
                $"{syntheticFile} must have the columns of the real table, in any order: "
                + string.Join("; ", [.. Complaint("missing", missing), .. Complaint("not in the real table", extra)]) + ".");
        }

        List<string> names = [.. synthetic.ColumnNames];
        return new Table(real.ColumnNames, [.. real.ColumnNames.Select(name => synthetic.Column(names.IndexOf(name)).ToArray())]);
    }

    private static IEnumerable<string> Complaint(string what, string[] columns)
    {
        return columns.Length == 0 ? [] : [$"{what}: {ColumnNames.Listed(columns)}"];
    }
}
