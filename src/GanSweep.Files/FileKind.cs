namespace GanSweep.Files;

/// <summary>What stands at a path.</summary>
public enum FileKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A regular file: it has a length, and can be replaced.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link; only where links are not followed.</summary>
    Link,

    /// <summary>A pipe: it is read once, to its end, and nobody knows its length.</summary>
    Pipe,

    /// <summary>A device: a terminal, a disk, an endless source of zeros.</summary>
    Device,

    /// <summary>A socket.</summary>
    Socket,
}
