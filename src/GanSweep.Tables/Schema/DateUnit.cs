namespace GanSweep.Tables.Schema;

/// <summary>What the numbers of a column of dates count. Stored as numbers: a new unit comes last.</summary>
public enum DateUnit
{
    /// <summary>Days since 1970-01-01.</summary>
    Days,

    /// <summary>Seconds since 1970-01-01 00:00.</summary>
    Seconds,

    /// <summary>Months since January 1970.</summary>
    Months,

    /// <summary>Seconds since midnight.</summary>
    SecondsOfDay,
}
