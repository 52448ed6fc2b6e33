namespace GanSweep.Tables.Schema;

/// <summary>
/// How the keys of a column look: a pattern in which # stands for a digit, A for a capital and a for a small letter, x for a hexadecimal digit, and \ makes
/// what follows it itself. Without a pattern keys are the numbers from <see cref="First"/> on.
/// </summary>
/// <param name="Pattern">The pattern; null for consecutive numbers.</param>
/// <param name="First">The first number.</param>
public sealed record KeyForm(string? Pattern, long First);
