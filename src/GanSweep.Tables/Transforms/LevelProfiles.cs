namespace GanSweep.Tables.Transforms;

/// <summary>What the rows of each level of a column are like in the other columns: means of amounts, shares of words, shares of missing cells.</summary>
internal static class LevelProfiles
{
    // What is looked at of another column of words: its most frequent ones, fewer where there are many columns.
    private const int MostWords = 64;
    private const int MostFigures = 512;

    // A level's means lean towards all rows' by as many rows, so that what a few rows happen to have says less.
    private const double RowsOfAll = 5;

    // A row far out counts as one that is this many standard deviations from the mean.
    private const double Farthest = 3;

    /// <summary>The profiles of some levels of a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="levels">The numbers of levels, all different.</param>
    /// <returns><c>[levels][figures]</c>: how far the mean of a level's rows is from all rows', amounts in standard deviations.</returns>
    public static double[][] Of(Table table, int column, ReadOnlySpan<int> levels)
    {
        int[] placeOf = [.. Enumerable.Repeat(-1, table.Schema[column].Levels.Length)];
        for (int place = 0; place < levels.Length; place++)
        {
            placeOf[levels[place]] = place;
        }

        int[] places = new int[table.RowCount];
        double[] counts = new double[levels.Length];
        for (int row = 0; row < places.Length; row++)
        {
            double cell = table.Column(column)[row];
            places[row] = double.IsNaN(cell) ? -1 : placeOf[(int)cell];
            if (places[row] >= 0)
            {
                counts[places[row]]++;
            }
        }

        int words = Math.Clamp(MostFigures / table.ColumnCount, 1, MostWords);
        List<double[]> figures = [];
        foreach (int other in Enumerable.Range(0, table.ColumnCount).Where(other => other != column))
        {
            ReadOnlySpan<double> cells = table.Column(other);
            if (!table.Schema[other].HasLevels)
            {
                figures.Add(MeansOf(cells, places, counts));
            }

            figures.AddRange(SharesOf(cells, OutcomesOf(cells, table.Schema[other].HasLevels ? words : 0), places, counts));
        }

        return [.. Enumerable.Range(0, levels.Length).Select(place => figures.Select(figure => figure[place]).ToArray())];
    }

    private static double[] MeansOf(ReadOnlySpan<double> cells, int[] places, double[] counts)
    {
        (double mean, double deviation) = Moments(cells);
        double[] sums = new double[counts.Length];
        for (int row = 0; row < places.Length; row++)
        {
            if (places[row] >= 0 && deviation > 0 && double.IsFinite(deviation) && !double.IsNaN(cells[row]))
            {
                sums[places[row]] += Math.Clamp((cells[row] - mean) / deviation, -Farthest, Farthest);
            }
        }

        return Means(sums, counts, ofAll: 0);
    }

    // Of each outcome, the shares that it has of the levels' rows.
    private static double[][] SharesOf(ReadOnlySpan<double> cells, Dictionary<double, int> outcomes, int[] places, double[] counts)
    {
        double[][] sums = [.. outcomes.Select(_ => new double[counts.Length])];
        int[] all = new int[outcomes.Count];
        for (int row = 0; row < places.Length; row++)
        {
            if (outcomes.TryGetValue(cells[row], out int outcome))
            {
                all[outcome]++;
                if (places[row] >= 0)
                {
                    sums[outcome][places[row]]++;
                }
            }
        }

        return [.. sums.Zip(all, (sum, count) => Means(sum, counts, (double)count / places.Length))];
    }

    // How far each mean is from that of all, drawn towards it.
    private static double[] Means(double[] sums, double[] counts, double ofAll)
    {
        return [.. sums.Zip(counts, (sum, count) => (sum - (count * ofAll)) / (count + RowsOfAll))];
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> cells)
    {
        (double sum, double squares, int count) = (0, 0, 0);
        foreach (double cell in cells)
        {
            if (!double.IsNaN(cell))
            {
                sum += cell;
                count++;
            }
        }

        double mean = count > 0 ? sum / count : 0;
        foreach (double cell in cells)
        {
            squares += double.IsNaN(cell) ? 0 : (cell - mean) * (cell - mean);
        }

        return (mean, count > 0 ? Math.Sqrt(squares / count) : 0);
    }

    // What a cell can be that is counted, and its number: the most frequent words; of amounts, whether it is missing.
    private static Dictionary<double, int> OutcomesOf(ReadOnlySpan<double> cells, int words)
    {
        Dictionary<double, int> counts = [];
        foreach (double cell in cells)
        {
            if (words > 0 || double.IsNaN(cell))
            {
                counts[cell] = counts.GetValueOrDefault(cell) + 1;
            }
        }

        return counts.OrderByDescending(outcome => outcome.Value).ThenBy(outcome => outcome.Key).Take(Math.Max(words, 1)).Index().ToDictionary(outcome => outcome.Item.Key, outcome => outcome.Index);
    }
}
