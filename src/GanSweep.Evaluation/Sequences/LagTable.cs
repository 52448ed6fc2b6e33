namespace GanSweep.Evaluation.Sequences;

/// <summary>Correlations over lags, one list of them for each column or pair, each the mean over the series that are long enough to have it.</summary>
internal static class LagTable
{
    /// <summary>The means over series, <c>[lists][lags]</c>; NaN at a lag at which no series has one. Lag 1 comes first.</summary>
    /// <param name="columns">The series.</param>
    /// <param name="lists">How many lists.</param>
    /// <param name="lags">The largest lag.</param>
    /// <param name="ofSeries">The correlations of a series, by list and lag.</param>
    public static double[][] Of(SeriesColumns columns, int lists, int lags, Func<Range, Func<int, int, double>> ofSeries)
    {
        double[][] sums = [.. Enumerable.Range(0, lists).Select(_ => new double[lags])];
        int[] counts = new int[lags];
        foreach (Range series in columns.Series)
        {
            int most = Math.Min(LaggedColumn.LargestLag(series.End.Value - series.Start.Value), lags);
            if (most < 1)
            {
                continue;
            }

            Func<int, int, double> correlation = ofSeries(series);
            for (int lag = 1; lag <= most; lag++)
            {
                counts[lag - 1]++;
                for (int list = 0; list < lists; list++)
                {
                    sums[list][lag - 1] += correlation(list, lag);
                }
            }
        }

        return [.. sums.Select(list => list.Zip(counts, (sum, count) => sum / count).ToArray())];
    }

    /// <summary>The mean of |s − r| over lists and the lags that both have; null where they have none.</summary>
    public static double? Gap(double[][] real, double[][] synthetic)
    {
        double sum = 0;
        int count = 0;
        foreach ((double[] ofReal, double[] ofSynthetic) in real.Zip(synthetic))
        {
            for (int lag = 0; lag < ofReal.Length; lag++)
            {
                double gap = Math.Abs(ofSynthetic[lag] - ofReal[lag]);
                if (!double.IsNaN(gap))
                {
                    sum += gap;
                    count++;
                }
            }
        }

        return count == 0 ? null : sum / count;
    }
}
