using GanSweep.Tables;
using GanSweep.Training.Generators;

namespace GanSweep.Services.Samples;

/// <summary>The table of a sweep, after whose rows series of one of its generators begin.</summary>
public static class SweepHistory
{
    /// <summary>That of a table.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="real">The table that it has learnt from, whose columns may be more.</param>
    /// <exception cref="NoPathsException">Nothing of the generator's can go on from its rows.</exception>
    public static PathHistory Of(TrainedGenerator generator, Table real)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(real);
        Dictionary<string, int> places = real.ColumnNames.Index().ToDictionary(column => column.Item, column => column.Index);
        Table learnt = real.Choose([.. generator.Transform.ColumnNames.Select(name => places[name])]);
        Table told = new(generator.Transform.Schema, [.. generator.Transform.Schema.Select(_ => Array.Empty<double>())], generator.Form);
        return PathHistory.Of(generator, learnt.WithLevelsOf(told));
    }
}
