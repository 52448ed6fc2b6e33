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
    /// <param name="traces">What the synthetic rows say of each record.</param>
    /// <param name="members">The records that were trained on.</param>
    /// <param name="heldOut">Those that were not.</param>
    /// <param name="own">Where those stand, in the same order, among the others of the pairs.</param>
    /// <returns>One for each attack, in their order.</returns>
    public RocCurve[] Judge(Traces traces, int[] members, int[] heldOut, int[] own)
    {
        return [.. Ask(traces, members, own).Zip(Ask(traces, heldOut, own), RocCurve.Of)];
    }

    /// <summary>The numbers that he makes of records: of the first by all of his own but the first, of the second by all but the second, and so on around.</summary>
    /// <param name="traces">What the synthetic rows say of each record.</param>
    /// <param name="records">The records; if they are his own, in their order, so that none is judged by itself.</param>
    /// <param name="own">His own records, at least two, by their places among the others of the pairs.</param>
    /// <returns>A number for each record, by each attack in their order.</returns>
    public double[][] Ask(Traces traces, int[] records, int[] own)
    {
        KernelDensity density = new(own.Length - 1, columns);
        float[] distances = new float[own.Length - 1];
        float[] squares = new float[own.Length - 1];
        double[][] numbers = [.. Enum.GetValues<MembershipAttack>().Select(_ => new double[records.Length])];
        for (int i = 0; i < records.Length; i++)
        {
            (float[] allDistances, float[] allSquares) = (pairs.Distances[records[i]], pairs.Squares[records[i]]);
            for (int other = 0, next = 0; other < own.Length; other++)
            {
                if (other != i % own.Length)
                {
                    distances[next] = allDistances[own[other]];
                    squares[next++] = allSquares[own[other]];
                }
            }

            double nearest = traces.Nearest[records[i]];
            numbers[(int)MembershipAttack.Nearest][i] = -nearest;
            numbers[(int)MembershipAttack.Calibrated][i] = -(nearest + LeastDistance) / (MeanOfNearest(distances) + LeastDistance);
            numbers[(int)MembershipAttack.DensityRatio][i] = traces.LogDensity[records[i]] - density.LogOf(squares);
        }

        return numbers;
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
