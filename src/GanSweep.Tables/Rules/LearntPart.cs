using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary>What the numbers of a column that is learnt are of one that the table has.</summary>
/// <param name="Column">The table's column.</param>
/// <param name="Part">What of it, in words: its time of the day in seconds.</param>
internal sealed record LearntPart(string Column, string Part)
{
    /// <summary>What is learnt of dates that are learnt as one number, which nobody finds in the file; null of a column whose cells are what is learnt.</summary>
    public static LearntPart? Of(ColumnSchema learnt)
    {
        return learnt.Kind != ColumnKind.Date ? null : new LearntPart(learnt.Name, learnt.Unit switch
        {
            DateUnit.Months => "its months since January 1970",
            DateUnit.SecondsOfDay => "its time of the day in seconds",
            DateUnit.Seconds => "its seconds since 1970-01-01",
            _ => "its days since 1970-01-01",
        });
    }
}
