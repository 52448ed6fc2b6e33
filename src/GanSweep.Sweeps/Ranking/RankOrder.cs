namespace GanSweep.Sweeps.Ranking;

/// <summary>By total, lowest first and NaN last; ties by the run's number.</summary>
internal sealed class RankOrder : IComparer<RankedRun>
{
    public static readonly RankOrder Instance = new();

    public int Compare(RankedRun x, RankedRun y)
    {
        // By itself, double.CompareTo would put NaN first.
        int byNaN = double.IsNaN(x.Total).CompareTo(double.IsNaN(y.Total));
        int byTotal = byNaN != 0 ? byNaN : x.Total.CompareTo(y.Total);
        return byTotal != 0 ? byTotal : x.Run.CompareTo(y.Run);
    }
}
