namespace GanSweep.Tables.Schema;

/// <summary>What the numbers of a column stand for. Stored as numbers: a new kind comes last.</summary>
public enum ColumnKind
{
    /// <summary>Themselves.</summary>
    Number,

    /// <summary>Points in time, counted in the column's <see cref="DateUnit"/>.</summary>
    Date,

    /// <summary>Places in the column's levels, words without an order.</summary>
    Category,

    /// <summary>Places in the column's two levels, no and yes.</summary>
    Boolean,
}
