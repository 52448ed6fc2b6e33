namespace GanSweep.Tables.Schema;

/// <summary>What a column of a file is taken for, as its user says it and is told it. Written in small letters.</summary>
public enum ColumnRole
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Words without an order.</summary>
    Category,

    /// <summary>No and yes.</summary>
    Boolean,

    /// <summary>Points in time.</summary>
    Date,

    /// <summary>Keys that only tell rows apart: no part of the table, made anew when rows are written.</summary>
    Id,

    /// <summary>One value in every row.</summary>
    Constant,

    /// <summary>Left out.</summary>
    Drop,
}
