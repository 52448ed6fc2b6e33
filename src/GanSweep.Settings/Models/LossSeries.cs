namespace GanSweep.Settings.Models;

/// <summary>One of the losses that a model reports every epoch.</summary>
/// <param name="Name">Its name in results, which is not "epoch": <c>discriminatorReal</c>.</param>
/// <param name="Meaning">What it is, in words that can begin a sentence after "Diverged": <c>the discriminator's loss on real rows</c>.</param>
public sealed record LossSeries(string Name, string Meaning)
{
    /// <summary>Its name in a terminal: <c>D</c>; null if the others say enough there. Its <see cref="Name"/> if nothing else is said.</summary>
    public string? Symbol { get; init; } = Name;

    /// <summary>Its name in the legend of a chart: <c>discriminator, real rows</c>; null if it is not drawn. Its <see cref="Name"/> if nothing else is said.</summary>
    public string? Legend { get; init; } = Name;
}
