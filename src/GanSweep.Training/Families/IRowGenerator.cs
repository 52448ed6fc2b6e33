using GanSweep.Numerics.Randomness;

namespace GanSweep.Training.Families;

/// <summary>Generates rows. One thread at a time.</summary>
public interface IRowGenerator : IDisposable
{
    /// <summary>Generates rows.</summary>
    /// <param name="random">Where the randomness comes from.</param>
    /// <param name="rows">
    /// <c>[rows, features]</c>, transformed. Of a choice the largest number is the outcome: a draw already, the smaller the others are, the surer. An amount is said
    /// whatever the outcome.
    /// </param>
    /// <param name="contexts">What came before each, <c>[rows, context]</c>; nothing where rows stand by themselves.</param>
    void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default);
}
