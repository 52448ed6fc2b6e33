namespace GanSweep.Evaluation.Privacy;

/// <summary>
/// The exact test, one-sided (Fisher, "The logic of inductive inference", 1935): of two counts that are draws of one share, and of as many found in both together, how likely so many of them are in the
/// first. That is hypergeometric, and so holds however few are found.
/// </summary>
internal static class FisherTest
{
    /// <summary>The probability of as many found in the first, or more.</summary>
    public static double MoreIn(FoundCells first, FoundCells second)
    {
        double found = first.Found + (double)second.Found;
        double all = first.Cells + (double)second.Cells;
        double least = Math.Max(0, found - second.Cells);
        double most = Math.Min(found, first.Cells);

        // From the most likely count outwards each is told by the one before: weights of 1 and less, which need no logarithms.
        double likeliest = Math.Clamp(Math.Floor((found + 1) * (first.Cells + 1.0) / (all + 2)), least, most);
        double sum = 0;
        double asMany = 0;
        double weight = 1;
        for (double count = likeliest; count <= most && weight > 0; count++)
        {
            Add(count);
            weight *= (first.Cells - count) * (found - count) / ((count + 1) * (second.Cells - found + count + 1));
        }

        weight = 1;
        for (double count = likeliest; count > least && weight > 0; count--)
        {
            weight *= count * (second.Cells - found + count) / ((first.Cells - count + 1) * (found - count + 1));
            Add(count - 1);
        }

        return asMany / sum;

        void Add(double count)
        {
            sum += weight;
            asMany += count >= first.Found ? weight : 0;
        }
    }
}
