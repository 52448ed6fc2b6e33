namespace GanSweep.Tables.Sequences;

/// <summary>What of a <see cref="RowSequence"/> a fault is about.</summary>
public enum SequenceKey
{
    /// <summary><see cref="RowSequence.By"/>.</summary>
    By,

    /// <summary><see cref="RowSequence.Group"/>.</summary>
    Group,

    /// <summary><see cref="RowSequence.Window"/>.</summary>
    Window,
}
