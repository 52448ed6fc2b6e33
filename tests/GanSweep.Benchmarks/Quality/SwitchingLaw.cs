using System.Globalization;

namespace GanSweep.Benchmarks.Quality;

/// <summary>
/// A Markov-switching autoregression of two states (Hamilton 1989): x[t] = slope x[t − 1] + σ ε, ε standard normal, σ that of the state, which is left with a chance of its own at every row.
/// </summary>
/// <param name="Slope">The slope.</param>
/// <param name="Calm">σ of the calm state.</param>
/// <param name="Wild">σ of the wild state.</param>
/// <param name="LeavesCalm">The chance to leave the calm state.</param>
/// <param name="LeavesWild">The chance to leave the wild state.</param>
internal sealed record SwitchingLaw(double Slope, double Calm, double Wild, double LeavesCalm, double LeavesWild)
{
    private const int Iterations = 200;

    /// <summary>The law under which a path is likeliest, near enough: by expectation and maximisation (Hamilton 1990), from a start that the path's quantiles give.</summary>
    /// <param name="path">The values.</param>
    public static SwitchingLaw Fit(IReadOnlyList<double> path)
    {
        double[] sizes = [.. path.Select(Math.Abs).Order()];
        SwitchingLaw law = new(0, sizes[sizes.Length / 4], sizes[sizes.Length * 9 / 10], 0.05, 0.1);
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            law = law.Better(path);
        }

        return law;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return string.Create(CultureInfo.InvariantCulture, $"slope {Slope:F2}, σ {Calm:F2} and {Wild:F2}, stays {1 / LeavesCalm:F0} and {1 / LeavesWild:F0} rows");
    }

    // How likely the wild state is at each row, given the whole path, and what that makes of the parameters.
    private SwitchingLaw Better(IReadOnlyList<double> path)
    {
        int rows = path.Count;
        double[] calm = new double[rows];
        double[] wild = new double[rows];
        double before = LeavesCalm / (LeavesCalm + LeavesWild);
        for (int row = 1; row < rows; row++)
        {
            double error = path[row] - (Slope * path[row - 1]);
            double toWild = ((1 - before) * LeavesCalm) + (before * (1 - LeavesWild));
            double ofWild = toWild * Density(error, Wild);
            double ofCalm = (1 - toWild) * Density(error, Calm);
            before = ofWild / (ofWild + ofCalm);
            (calm[row], wild[row]) = (1 - before, before);
        }

        // Backwards: from what is likely given the rows so far to what is given all of them.
        double left = 0;
        double entered = 0;
        double after = wild[^1];
        double calmRows = 1 - after;
        double wildRows = after;
        (double products, double squares) = (0, 0);
        double[] smoothed = new double[rows];
        smoothed[^1] = after;
        for (int row = rows - 2; row >= 1; row--)
        {
            double toWild = (calm[row] * LeavesCalm) + (wild[row] * (1 - LeavesWild));
            double calmToWild = after * calm[row] * LeavesCalm / toWild;
            double wildToWild = after * wild[row] * (1 - LeavesWild) / toWild;
            double wildToCalm = (1 - after) * wild[row] * LeavesWild / (1 - toWild);
            entered += calmToWild;
            left += wildToCalm;
            after = wildToWild + wildToCalm;
            smoothed[row] = after;
            calmRows += 1 - after;
            wildRows += after;
        }

        for (int row = 1; row < rows; row++)
        {
            double weight = ((1 - smoothed[row]) / (Calm * Calm)) + (smoothed[row] / (Wild * Wild));
            products += weight * path[row] * path[row - 1];
            squares += weight * path[row - 1] * path[row - 1];
        }

        double slope = products / squares;
        (double calmSquares, double wildSquares) = (0, 0);
        for (int row = 1; row < rows; row++)
        {
            double error = path[row] - (slope * path[row - 1]);
            calmSquares += (1 - smoothed[row]) * error * error;
            wildSquares += smoothed[row] * error * error;
        }

        return new SwitchingLaw(slope, Math.Sqrt(calmSquares / calmRows), Math.Sqrt(wildSquares / wildRows), entered / calmRows, left / wildRows);
    }

    private static double Density(double error, double deviation)
    {
        return Math.Exp(-error * error / (2 * deviation * deviation)) / deviation;
    }
}
