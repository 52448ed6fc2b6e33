using GanSweep.Numerics.Randomness;

namespace GanSweep.Training.Families;

/// <summary>Generates rows. One thread at a time.</summary>
public interface IRowGenerator : IDisposable
{
    /// <summary>Generates rows.</summary>
    /// <param name="random">Where the randomness comes from.</param>
    /// <param name="rows"><c>[rows, columns]</c>, transformed.</param>
    void Generate(CounterRandom random, Span<float> rows);
}
