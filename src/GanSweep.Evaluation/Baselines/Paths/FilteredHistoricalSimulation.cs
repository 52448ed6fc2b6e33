using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>
/// What a risk manager uses: the variance of every column of a series by itself (<see cref="Garch"/>), and rows of standardised residuals drawn together, so that
/// columns hang together as they did (Barone-Adesi, Giannopoulos and Vosper, "VaR without correlations for portfolios of derivative securities", Journal of
/// Futures Markets 19, 1999). A path begins in the state before a drawn row. Columns that are no numbers, and gaps, are those of the drawn rows.
/// </summary>
/// <param name="seed">Of what is drawn.</param>
internal sealed class FilteredHistoricalSimulation(long seed = 0) : IPathBaseline
{
    private const long Step = 9L << 32;

    public string Name => "filteredHistoricalSimulation";

    public SequencedTable Draw(SequencedTable training, int rows)
    {
        ImmutableArray<int> lengths = PathLengths.Of(training.Lengths, rows);
        int[] taken = new int[rows];
        double[][] simulated = [.. training.Values.Select(_ => new double[rows])];
        int at = 0;
        foreach ((int path, Range series) in training.Series.Index())
        {
            int[] drawn = new int[lengths[path] + 1];
            new CounterRandom(seed, RandomPurpose.Baseline, Step + path).FillBelow(drawn, training.Lengths[path]);
            for (int i = 0; lengths[path] > 0 && i < simulated.Length; i++)
            {
                FilteredColumn column = new(training.Table.Column(training.Values[i])[series]);
                column.Simulate(drawn[0], drawn.AsSpan(1), simulated[i].AsSpan(at, lengths[path]));
            }

            for (int row = 0; row < lengths[path]; row++)
            {
                taken[at + row] = series.Start.Value + drawn[row + 1];
            }

            at += lengths[path];
        }

        Table drawnRows = training.Table.Take(taken);
        double[][] columns =
        [
            .. Enumerable.Range(0, drawnRows.ColumnCount)
                .Select(column => training.Values.IndexOf(column) is >= 0 and var index ? simulated[index] : drawnRows.Column(column).ToArray()),
        ];
        return new SequencedTable(drawnRows.WithRows(columns), [.. lengths.Where(length => length > 0)], training.Clock, training.Group);
    }
}
