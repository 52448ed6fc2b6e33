namespace GanSweep.Training.Losses;

/// <summary>One of the losses that a model reports every epoch.</summary>
/// <param name="Name">Its name in results: <c>discriminatorReal</c>.</param>
/// <param name="Meaning">What it is, in words that can begin a sentence after "Diverged": <c>the discriminator's loss on real rows</c>.</param>
public sealed record LossSeries(string Name, string Meaning);
