using System.Collections.Immutable;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// What a model sees of a row, and says of one: amounts, each a number near 0, and choices, each one number for each outcome. Of a real row the outcome that it
/// has is 1 and the others are 0; of a generated row the largest is the outcome.
/// </summary>
/// <param name="Count">Numbers of a row.</param>
/// <param name="Choices">The choices; what belongs to none is an amount.</param>
public sealed record FeatureLayout(int Count, params ImmutableArray<FeatureChoice> Choices);
