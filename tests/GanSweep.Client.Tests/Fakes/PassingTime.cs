using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>A clock that moves while something waits for it: no test waits for real.</summary>
internal static class PassingTime
{
    public static async Task<T> PassForAsync<T>(this FakeTimeProvider time, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Yield();
        }

        return await task;
    }
}
