namespace GanSweep.Grains.Tests.Trainers;

/// <summary>What should happen at once, and does not, fails the test instead of hanging it.</summary>
internal static class TimeLimit
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static Task InTimeAsync(this Task task)
    {
        return task.WaitAsync(Limit, TestContext.Current.CancellationToken);
    }

    public static Task<T> InTimeAsync<T>(this ValueTask<T> task)
    {
        return task.AsTask().WaitAsync(Limit, TestContext.Current.CancellationToken);
    }
}
