namespace GanSweep.Evaluation.Membership;

/// <summary>
/// Somebody who has records that were not trained on, and asks of others whether they were. For every record he makes a number by each
/// <see cref="MembershipAttack"/>, larger the more it looks trained on.
/// </summary>
/// <remarks>
/// His own records are those that are held out. A held-out record is judged by the others of them, and a member by all but one, each by another: so both are
/// judged by equally many, and where nothing was learnt by heart a member looks as any record does.
/// </remarks>
/// <param name="pairs">How far records are from one another.</param>
/// <param name="columns">How many columns a record has.</param>
internal sealed class Stranger(RecordPairs pairs, int columns)
{
    private const int NeighbourCount = 5;

    // Where rows repeat, distances are 0: a record that stands in both tables looks like any.
    private const double LeastDistance = 1e-6;

    /// <summary>How surely he tells members from held-out records by each attack.</summary>
    /// <returns>One for each attack, in their order.</returns>
    /// <inheritdoc cref="Ask"/>
    public RocCurve[] Judge(Traces traces, int[] members, (int Record, int Other)[] heldOut)
    {
        (double[][] ofMembers, double[][] ofHeldOut) = Ask(traces, members, heldOut);
        return [.. ofMembers.Zip(ofHeldOut, RocCurve.Of)];
    }

    /// <summary>The numbers that he makes of members and of held-out records.</summary>
    /// <param name="traces">What the synthetic rows say of each record.</param>
    /// <param name="members">The records that were trained on.</param>
    /// <param name="heldOut">Those that were not, at least two: the records by their numbers, and where each stands among the others of the pairs.</param>
    /// <returns>A number for each of them, by each attack in their order.</returns>
    public (double[][] OfMembers, double[][] OfHeldOut) Ask(Traces traces, int[] members, (int Record, int Other)[] heldOut)
    {
        KernelDensity density = new(heldOut.Length - 1, columns);
        float[] distances = new float[heldOut.Length - 1];
        float[] squares = new float[heldOut.Length - 1];
        double[][] ofMembers = Numbers(members.Length);
        double[][] ofHeldOut = Numbers(heldOut.Length);
        for (int i = 0; i < members.Length; i++)
        {
            Make(members[i], leftOut: i % heldOut.Length, ofMembers, i);
        }

        for (int i = 0; i < heldOut.Length; i++)
        {
            Make(heldOut[i].Record, leftOut: i, ofHeldOut, i);
        }

        return (ofMembers, ofHeldOut);

        void Make(int record, int leftOut, double[][] numbers, int at)
        {
            (float[] allDistances, float[] allSquares) = (pairs.Distances[record], pairs.Squares[record]);
            for (int own = 0, next = 0; own < heldOut.Length; own++)
            {
                if (own != leftOut)
                {
                    distances[next] = allDistances[heldOut[own].Other];
                    squares[next++] = allSquares[heldOut[own].Other];
                }
            }

            double nearest = traces.Nearest[record];
            numbers[(int)MembershipAttack.Nearest][at] = -nearest;
            numbers[(int)MembershipAttack.Calibrated][at] = -(nearest + LeastDistance) / (MeanOfNearest(distances) + LeastDistance);
            numbers[(int)MembershipAttack.DensityRatio][at] = traces.LogDensity[record] - density.LogOf(squares);
        }
    }

    private static double[][] Numbers(int records)
    {
        return [.. Enum.GetValues<MembershipAttack>().Select(_ => new double[records])];
    }

    private static double MeanOfNearest(ReadOnlySpan<float> distances)
    {
        Span<float> nearest = stackalloc float[Math.Min(NeighbourCount, distances.Length)];
        nearest.Fill(float.PositiveInfinity);
        foreach (float distance in distances)
        {
            if (distance >= nearest[^1])
            {
                continue;
            }

            int at = nearest.Length - 1;
            for (; at > 0 && nearest[at - 1] > distance; at--)
            {
                nearest[at] = nearest[at - 1];
            }

            nearest[at] = distance;
        }

        double sum = 0;
        foreach (float distance in nearest)
        {
            sum += distance;
        }

        return sum / nearest.Length;
    }
}
