using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Histories;

/// <summary>What a path remembers of a row that was drawn: what the model has seen such rows to be.</summary>
/// <param name="features">What rows are made of.</param>
/// <param name="lowest">The least of each number that is remembered, <c>[features]</c>.</param>
/// <param name="highest">The most, <c>[features]</c>.</param>
/// <param name="groups">The numbers of a row that tell series apart: where they begin, and what they are in each series; null if there is one series.</param>
internal sealed class PathStates(FeatureLayout features, ImmutableArray<float> lowest, ImmutableArray<float> highest, (int Start, float[][] States)? groups)
{
    /// <summary>Writes what is remembered of a row.</summary>
    /// <param name="row">The row as the generator says it, <c>[features]</c>.</param>
    /// <param name="group">The series that its path is of, whatever was drawn.</param>
    /// <param name="state">As the model has seen rows, <c>[features]</c>.</param>
    public void Remember(ReadOnlySpan<float> row, int group, Span<float> state)
    {
        for (int feature = 0; feature < row.Length; feature++)
        {
            state[feature] = Math.Clamp(row[feature], lowest[feature], highest[feature]);
        }

        foreach (FeatureChoice choice in features.Choices)
        {
            ReadOnlySpan<float> said = row.Slice(choice.Start, choice.Count);
            int largest = 0;
            for (int outcome = 1; outcome < said.Length; outcome++)
            {
                largest = said[outcome] > said[largest] ? outcome : largest;
            }

            Span<float> outcomes = state.Slice(choice.Start, choice.Count);
            outcomes.Clear();
            outcomes[largest] = 1;
            if (choice.Amount >= 0 && largest != choice.AmountOutcome)
            {
                state[choice.Amount] = 0;
            }
        }

        if (groups is { } known)
        {
            known.States[group].CopyTo(state[known.Start..]);
        }
    }
}
