namespace GanSweep.Storage.LiteDb.Tests.Files;

/// <summary>A disk that remembers what is done to it, and fails from a given action on: it is full, unless told otherwise.</summary>
internal sealed class FailingDisk
{
    private readonly List<DiskAction> _actions = [];
    private readonly Lock _lock = new();

    /// <summary>Actions that still succeed.</summary>
    public int Room { get; set; } = int.MaxValue;

    /// <summary>What it says then.</summary>
    public string Complaint { get; set; } = "No space left on device";

    /// <summary>Whether flushes are noted alone: where no power fails, what the operating system has is safe.</summary>
    public bool HasPower { get; init; }

    /// <summary>Whether no sector of it can be read.</summary>
    public bool IsUnreadable { get; set; }

    /// <summary>The name of a file that nothing more can be done to.</summary>
    public string? FullFile { get; set; }

    public IReadOnlyList<DiskAction> Actions => _actions;

    public void Do(DiskAction action, Action really)
    {
        lock (_lock)
        {
            if (Room == 0 || action.File == FullFile)
            {
                throw new IOException(Complaint);
            }

            Room--;
            really();
            _actions.Add(action);
        }
    }
}
