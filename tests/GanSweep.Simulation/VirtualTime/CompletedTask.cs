namespace GanSweep.Simulation.VirtualTime;

/// <summary>What a store in memory answers is there at once.</summary>
internal static class CompletedTask
{
    public static T AtOnce<T>(this Task<T> task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("The task has not completed.", task.Exception);
        }

#pragma warning disable VSTHRD002 // It has completed.
        return task.Result;
#pragma warning restore VSTHRD002
    }
}
