namespace GanSweep.Client.Attacks.Texts;

/// <summary>What is told to have been trained on, in words.</summary>
/// <param name="One">One of them.</param>
/// <param name="Many">Several.</param>
/// <param name="DoesNotShow">What it does not show that they are told, or not.</param>
internal sealed record MembershipWords(string One, string Many, string DoesNotShow)
{
    /// <summary>Rows.</summary>
    public static MembershipWords Rows { get; } = new(
        "row",
        "rows",
        "It does not show what an attacker gets who knows the other training rows or has several synthetic tables; and that somebody was trained on tells more where the table is of people who share something.");

    /// <summary>Stretches of rows that follow each other.</summary>
    public static MembershipWords Windows { get; } = new(
        "window", "windows", "It does not show what an attacker gets who has longer stretches, or such as begin at other rows.");
}
