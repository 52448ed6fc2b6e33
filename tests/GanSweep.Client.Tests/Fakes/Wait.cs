namespace GanSweep.Client.Tests.Fakes;

/// <summary>What a constructor, which cannot wait, needs of files.</summary>
internal static class Wait
{
    public static T For<T>(Task<T> task)
    {
#pragma warning disable VSTHRD002 // A test has no thread that the task could need.
        return task.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }
}
