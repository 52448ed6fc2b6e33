using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Networks.Heads;

/// <summary>The parts of a row that a loss is a mean over: amounts, and choices. Each counts the same.</summary>
public sealed class FeatureParts
{
    /// <summary>The parts of rows.</summary>
    public FeatureParts(FeatureLayout features)
    {
        ArgumentNullException.ThrowIfNull(features);
        Features = features.Count;
        Context = features.Context;
        Choices = features.Choices;
        Amounts = [.. Enumerable.Range(0, Features).Where(feature => !Choices.Any(choice => feature >= choice.Start && feature < choice.Start + choice.Count))];
        Meanings = [.. Amounts.Select(amount => Choices.Where(choice => choice.Amount == amount).Select(choice => choice.Start + choice.AmountOutcome).FirstOrDefault(-1))];
        Heads = new ChoiceHeads([.. Choices.Select(choice => new ChoiceHead(choice.Start, choice.Count))], Features, temperature: 1);
    }

    /// <summary>Numbers of a row.</summary>
    public int Features { get; }

    /// <summary>Numbers of what came before a row.</summary>
    public int Context { get; }

    /// <summary>The choices.</summary>
    public ImmutableArray<FeatureChoice> Choices { get; }

    /// <summary>Where the amounts stand in a row.</summary>
    public ImmutableArray<int> Amounts { get; }

    /// <summary>Where the outcome stands under which alone an amount has a meaning, <c>[amounts]</c>; −1 for one that always has.</summary>
    public ImmutableArray<int> Meanings { get; }

    /// <summary>From what is said of choices to probabilities.</summary>
    public ChoiceHeads Heads { get; }

    /// <summary>Amounts and choices.</summary>
    public int Count => Amounts.Length + Choices.Length;
}
