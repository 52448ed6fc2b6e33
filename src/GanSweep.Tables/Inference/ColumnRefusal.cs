namespace GanSweep.Tables.Inference;

/// <summary>A column that cannot be used without a word of its user.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Line">The first line that shows why.</param>
/// <param name="What">What is wrong, a sentence.</param>
/// <param name="WayOut">What its user can do, a sentence.</param>
/// <param name="IsFreeText">Whether it is one of perhaps many columns of free text, which are told together.</param>
internal sealed record ColumnRefusal(string Column, long? Line, string What, string WayOut, bool IsFreeText);
