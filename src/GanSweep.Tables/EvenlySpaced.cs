namespace GanSweep.Tables;

/// <summary>Some of many that stand for all: at equal distances, the first among them.</summary>
public static class EvenlySpaced
{
    /// <summary>The numbers, from 0, of at most <paramref name="limit"/> evenly spaced out of <paramref name="count"/>, in ascending order.</summary>
    public static IEnumerable<long> Of(long count, int limit)
    {
        long taken = Math.Min(limit, count);
        for (long number = 0; number < taken; number++)
        {
            yield return number * count / taken;
        }
    }
}
