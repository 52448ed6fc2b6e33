using System.Collections.Immutable;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Services.Errors;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Inference;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;

namespace GanSweep.Client.Scoring;

/// <summary>Matches the columns of a synthetic table with those of the real one.</summary>
internal static class MatchingColumns
{
    private const double SecondsOfADay = 86_400;

    /// <summary>How a file is read that has the columns of a real table: spelled as that, and each of the same kind, whatever its cells look like.</summary>
    /// <param name="real">The real table.</param>
    /// <param name="said">What was said of it.</param>
    public static ReadOptions ReadingLike(ReadTable real, ReadOptions said)
    {
        return said with
        {
            Columns = real.Profiles.ToImmutableSortedDictionary(column => column.Name, column => new ColumnOption(KindLike(real.Table, column)), StringComparer.Ordinal),
            MayLackColumns = true,
        };
    }

    /// <summary>The synthetic table with its columns, and their levels, in the real table's order; levels that it does not have come last.</summary>
    /// <param name="real">The real table.</param>
    /// <param name="synthetic">The synthetic table.</param>
    /// <param name="syntheticFile">Its file, for messages.</param>
    /// <exception cref="WrongInputException">Columns are missing, or there are others, or of other kinds.</exception>
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
        ImmutableArray<(ColumnSchema Schema, double[] Values)> columns =
            [.. real.Schema.Select(column => Like(column, synthetic, names.IndexOf(column.Name), syntheticFile))];
        return new Table([.. columns.Select(column => column.Schema)], [.. columns.Select(column => column.Values)], synthetic.Form).WithLevelsOf(real);
    }

    private static ColumnRole KindLike(Table real, ColumnProfile column)
    {
        return column.Role is ColumnRole.Id or ColumnRole.Drop ? ColumnRole.Drop
            : real.Schema.First(each => each.Name == column.Name).Kind switch
            {
                ColumnKind.Number => ColumnRole.Number,
                ColumnKind.Date => ColumnRole.Date,

                // Of two words there may be a third now.
                _ => ColumnRole.Category,
            };
    }

    private static (ColumnSchema Schema, double[] Values) Like(ColumnSchema real, Table synthetic, int column, string syntheticFile)
    {
        ColumnSchema read = synthetic.Schema[column];
        double[] values = synthetic.Column(column).ToArray();
        return (real.Kind, real.Unit, read.Kind, read.Unit) switch
        {
            (ColumnKind.Date, DateUnit.Days, ColumnKind.Date, DateUnit.Seconds) => (real, [.. values.Select(value => value / SecondsOfADay)]),
            (ColumnKind.Date, DateUnit.Seconds, ColumnKind.Date, DateUnit.Days) => (real, [.. values.Select(value => value * SecondsOfADay)]),
            _ when (real.Kind == read.Kind && real.Unit == read.Unit) || (real.HasLevels && read.HasLevels) => (real with { Levels = read.Levels }, values),
            _ => throw new WrongInputException(
                $"{syntheticFile}, column {ColumnNames.Listed([real.Name])}: it is a {Word(read)}, and in the real table a {Word(real)}. Write it as it is there."),
        };
    }

    private static string Word(ColumnSchema column)
    {
        return column.Kind switch
        {
            ColumnKind.Number => "number",
            ColumnKind.Date => column.Unit switch
            {
                DateUnit.Days => "day",
                DateUnit.Seconds => "day with a time",
                DateUnit.Months => "month",
                _ => "time of the day",
            },
            _ => "word",
        };
    }

    private static IEnumerable<string> Complaint(string what, string[] columns)
    {
        return columns.Length == 0 ? [] : [$"{what}: {ColumnNames.Listed(columns)}"];
    }
}
