namespace GanSweep.Training.Testing;

/// <summary>What steps allocate.</summary>
public static class Allocations
{
    private const int MostTries = 100;

    /// <summary>
    /// Bytes that are allocated on this thread. A collection, which any test beside this one may set off, takes the thread's room away, and what was left of that counts as
    /// allocated: where one falls into the steps, they are taken again.
    /// </summary>
    public static long Of(Action steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        long allocated = 0;
        for (int attempt = 0; attempt < MostTries; attempt++)
        {
            int collections = GC.CollectionCount(0);
            long before = GC.GetAllocatedBytesForCurrentThread();
            steps();
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (GC.CollectionCount(0) == collections)
            {
                break;
            }
        }

        return allocated;
    }
}
