namespace GanSweep.Evaluation.Privacy;

/// <summary>
/// How likely a row is closer to training than to held-out rows, when as many training rows are drawn as rows are held out. The mean over
/// all such draws, exactly: that none of the k training rows nearer than the nearest held-out row is drawn has the hypergeometric
/// probability C(n − k, m) / C(n, m).
/// </summary>
internal sealed class CloserOdds
{
    private readonly double[] _noneDrawn;

    /// <param name="training">n: training rows.</param>
    /// <param name="heldOut">m: rows held out, and so drawn.</param>
    public CloserOdds(int training, int heldOut)
    {
        int drawn = Math.Min(training, heldOut);
        _noneDrawn = new double[training + 1];
        _noneDrawn[0] = 1;
        for (int k = 0; k < training; k++)
        {
            _noneDrawn[k + 1] = _noneDrawn[k] * Math.Max(training - k - drawn, 0) / (training - k);
        }
    }

    /// <summary>The probability; a tie counts half.</summary>
    /// <param name="toTraining">Distances to the training rows.</param>
    /// <param name="nearestHeldOut">The distance to the nearest held-out row.</param>
    public double Of(ReadOnlySpan<double> toTraining, double nearestHeldOut)
    {
        (int nearer, int asNear) = Count(toTraining, nearestHeldOut);
        return Of(nearer, asNear);
    }

    /// <summary>The probability; a tie counts half.</summary>
    /// <param name="nearer">Training rows that are nearer than the nearest held-out row.</param>
    /// <param name="asNear">Training rows that are no farther.</param>
    public double Of(int nearer, int asNear)
    {
        return 1 - ((_noneDrawn[nearer] + _noneDrawn[asNear]) / 2);
    }

    /// <summary>Counts the distances that are less than another, and those that are not greater.</summary>
    public static (int Nearer, int AsNear) Count(ReadOnlySpan<double> toTraining, double nearestHeldOut)
    {
        int nearer = 0;
        int asNear = 0;
        foreach (double distance in toTraining)
        {
            nearer += distance < nearestHeldOut ? 1 : 0;
            asNear += distance <= nearestHeldOut ? 1 : 0;
        }

        return (nearer, asNear);
    }
}
