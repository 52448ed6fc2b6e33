using System.Collections.Immutable;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Scoring;
using GanSweep.Client.Sweeps;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Training.Generators;

namespace GanSweep.Client.Samples;

/// <summary>The file of a real table after whose rows series begin.</summary>
internal static class HistoryFile
{
    /// <summary>Reads it as a table of the generator's columns.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="generator">The generator.</param>
    /// <param name="environment">Where progress is shown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoPathsException">Nothing of the generator's can go on from its rows.</exception>
    public static async Task<PathHistory> ReadAsync(string file, TrainedGenerator generator, ClientEnvironment environment, CancellationToken cancellationToken)
    {
        ImmutableArray<ColumnSchema> schema = generator.Transform.Schema;
        HashSet<string> learnt = [.. schema.Select(column => column.Name)];
        ReadOptions options = ReadOptions.None with
        {
            Columns = schema.Select(column => KeyValuePair.Create(column.Name, new ColumnOption(RoleOf(column))))
                .Concat(generator.Form.Columns.Where(column => !learnt.Contains(column.Name)).Select(column => KeyValuePair.Create(column.Name, new ColumnOption(ColumnRole.Drop))))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            MayLackColumns = true,
        };
        Table read = (await TableFile.ReadAsync(file, file, options, environment.Error, environment.Time, cancellationToken)).Table;
        Table known = new(schema, [.. schema.Select(_ => Array.Empty<double>())], generator.Form);
        return PathHistory.Of(generator, MatchingColumns.Arrange(known, read, file));
    }

    private static ColumnRole RoleOf(ColumnSchema column)
    {
        return column.Kind switch
        {
            ColumnKind.Number => ColumnRole.Number,
            ColumnKind.Date => ColumnRole.Date,
            _ => ColumnRole.Category,
        };
    }
}
