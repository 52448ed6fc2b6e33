using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GanSweep.Numerics.Elementary;
using GanSweep.Numerics.Randomness;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Networks.Heads;

/// <summary>
/// The last step of a network that says choices: the Gumbel-softmax of Jang, Gu and Poole ("Categorical reparameterization with Gumbel-softmax", 2017). To what
/// the network says of each outcome a Gumbel number is added, so that the largest of them is a draw; what others are shown of it is softmax(said / τ), which is
/// nearly 1 for that outcome and 0 for the others, and has a gradient. An amount that belongs to one outcome is shown times what is shown of that outcome.
/// Numbers of no choice are shown as they are.
/// </summary>
/// <param name="heads">The choices, in the order of their numbers; no number belongs to two.</param>
/// <param name="outputs">Numbers of a row.</param>
/// <param name="temperature">τ, above 0: the lower, the harder the choices are, and the rarer a gradient.</param>
public sealed class ChoiceHeads(ImmutableArray<ChoiceHead> heads, int outputs, double temperature)
{
    // What is less says nothing, and its products are numbers so small that processors take a hundred times as long for them.
    private const float Nothing = 1e-12f;

    private readonly float _perTemperature = (float)(1 / temperature);

    /// <summary>Whether there are no choices: then what is said is what is shown.</summary>
    public bool IsEmpty => heads.IsEmpty;

    /// <summary>Fills in the Gumbel numbers of the outcomes, and 0 for amounts.</summary>
    /// <param name="random">Where they come from.</param>
    /// <param name="noise"><c>[rows, outputs]</c>.</param>
    public void FillNoise(RowRandom random, Span<float> noise)
    {
        random.FillGumbel(noise);
        for (int row = 0; row < noise.Length; row += outputs)
        {
            int next = 0;
            foreach (ChoiceHead head in heads)
            {
                noise[(row + next)..(row + head.Start)].Clear();
                next = head.Start + head.Count;
            }

            noise[(row + next)..(row + outputs)].Clear();
        }
    }

    /// <summary>Adds Gumbel numbers to what a network says, so that the largest of a choice is a draw.</summary>
    /// <param name="random">Where they come from.</param>
    /// <param name="said"><c>[rows, outputs]</c>.</param>
    /// <param name="noise">Memory for as many numbers, if there are choices.</param>
    public void Draw(RowRandom random, Span<float> said, Span<float> noise)
    {
        if (!IsEmpty)
        {
            FillNoise(random, noise[..said.Length]);
            Add(noise[..said.Length], said);
        }
    }

    /// <summary>Adds noise to what a network says.</summary>
    public static void Add(ReadOnlySpan<float> noise, Span<float> said)
    {
        for (int i = 0; i < said.Length; i++)
        {
            said[i] += noise[i];
        }
    }

    /// <summary>What is shown of what is said.</summary>
    /// <param name="said"><c>[rows, outputs]</c>, the noise added.</param>
    /// <param name="shown"><c>[at least as many rows, outputs]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Show(ReadOnlySpan<float> said, Span<float> shown)
    {
        // All exponentials side by side, those of amounts with them, which are put back afterwards.
        shown = shown[..said.Length];
        shown.Clear();
        for (int row = 0; row < said.Length; row += outputs)
        {
            foreach (ChoiceHead head in heads)
            {
                ReadOnlySpan<float> from = said.Slice(row + head.Start, head.Count);
                Span<float> to = shown.Slice(row + head.Start, head.Count);
                float largest = from[0];
                foreach (float number in from)
                {
                    largest = number > largest ? number : largest;
                }

                for (int outcome = 0; outcome < from.Length; outcome++)
                {
                    to[outcome] = (from[outcome] - largest) * _perTemperature;
                }
            }
        }

        Exponential.OfNegatives(shown);
        for (int row = 0; row < said.Length; row += outputs)
        {
            int next = 0;
            foreach (ChoiceHead head in heads)
            {
                said[(row + next)..(row + head.Start)].CopyTo(shown[(row + next)..]);
                next = head.Start + head.Count;
                Span<float> outcomes = shown.Slice(row + head.Start, head.Count);
                float sum = 0;
                foreach (float number in outcomes)
                {
                    sum += number;
                }

                float perSum = 1 / sum;
                foreach (ref float number in outcomes)
                {
                    number *= perSum;
                    number = number < Nothing ? 0 : number;
                }

                if (head.Amount >= 0)
                {
                    shown[row + head.Amount] *= outcomes[head.AmountOutcome];
                }
            }

            said[(row + next)..(row + outputs)].CopyTo(shown[(row + next)..]);
        }
    }

    /// <summary>From derivatives by what is shown to derivatives by what is said.</summary>
    /// <param name="said"><c>[rows, outputs]</c>, the noise added.</param>
    /// <param name="shown"><c>[rows, outputs]</c>.</param>
    /// <param name="slopes"><c>[rows, outputs]</c>; changed in place.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Back(ReadOnlySpan<float> said, ReadOnlySpan<float> shown, Span<float> slopes)
    {
        for (int row = 0; row < said.Length; row += outputs)
        {
            foreach (ChoiceHead head in heads)
            {
                ReadOnlySpan<float> outcomes = shown.Slice(row + head.Start, head.Count);
                Span<float> derivatives = slopes.Slice(row + head.Start, head.Count);
                if (head.Amount >= 0)
                {
                    ref float ofAmount = ref slopes[row + head.Amount];
                    derivatives[head.AmountOutcome] += ofAmount * said[row + head.Amount];
                    ofAmount *= outcomes[head.AmountOutcome];
                }

                float mean = 0;
                for (int outcome = 0; outcome < outcomes.Length; outcome++)
                {
                    mean += outcomes[outcome] * derivatives[outcome];
                }

                for (int outcome = 0; outcome < outcomes.Length; outcome++)
                {
                    float derivative = (derivatives[outcome] - mean) * outcomes[outcome] * _perTemperature;
                    derivatives[outcome] = float.Abs(derivative) < Nothing ? 0 : derivative;
                }
            }
        }
    }

    /// <summary>The definition of <see cref="Show(ReadOnlySpan{float}, Span{float})"/>, which autograd goes back through.</summary>
    /// <param name="said"><c>[rows, outputs]</c>, the noise added.</param>
    /// <returns><c>[rows, outputs]</c>, a tensor of the caller's dispose scope.</returns>
    public Tensor Show(Tensor said)
    {
        if (IsEmpty)
        {
            return said;
        }

        Tensor[] parts = [.. Enumerable.Range(0, outputs).Select(output => said.narrow(1, output, 1))]; // [rows, 1] each
        using Tensor scale = tensor(_perTemperature);
        foreach (ChoiceHead head in heads)
        {
            Tensor outcomes = said.narrow(1, head.Start, head.Count).mul(scale).softmax(1); // [rows, count]
            for (int outcome = 0; outcome < head.Count; outcome++)
            {
                parts[head.Start + outcome] = outcomes.narrow(1, outcome, 1);
            }

            if (head.Amount >= 0)
            {
                parts[head.Amount] = parts[head.Amount].mul(parts[head.Start + head.AmountOutcome]);
            }
        }

        return cat(parts, 1);
    }
}
