namespace GanSweep.Tables.Formats;

/// <summary>A cell that is not a number.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column's name.</param>
/// <param name="ShownColumn">That name as messages show it.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Hint">What to do, a sentence.</param>
internal sealed record BadCell(long Line, string Column, string ShownColumn, string What, string Hint)
{
    /// <summary>Where it is, for messages.</summary>
    public string Where => $"line {Line}, column {ShownColumn}";
}
