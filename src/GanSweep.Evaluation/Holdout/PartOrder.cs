using System.Collections.Immutable;

namespace GanSweep.Evaluation.Holdout;

/// <summary>How the rows of a part of a table follow each other.</summary>
/// <param name="Rows">Their numbers in the part, stretch after stretch.</param>
/// <param name="Lengths">How many each stretch has: one ends with its series, and where rows were taken out.</param>
/// <param name="Starts">Where each stretch begins among all rows of the table, in the order of time, series after series.</param>
/// <param name="Series">The number of the series that each stretch is of.</param>
internal sealed record PartOrder(int[] Rows, ImmutableArray<int> Lengths, ImmutableArray<int> Starts, ImmutableArray<int> Series)
{
    /// <summary>Where each of the rows stands among all, in the order of <see cref="Rows"/>.</summary>
    public int[] Places => [.. Starts.Zip(Lengths).SelectMany(stretch => Enumerable.Range(stretch.First, stretch.Second))];

    /// <summary>Where each row of the part stands among all, by its number in the part.</summary>
    public int[] PlacesOfRows => ByRow(Places);

    /// <summary>The number of the series of each row of the part, by its number in the part.</summary>
    public int[] SeriesOfRows => ByRow(SeriesInOrder);

    private int[] SeriesInOrder => [.. Series.Zip(Lengths).SelectMany(stretch => Enumerable.Repeat(stretch.First, stretch.Second))];

    /// <summary>That of stretches, by the numbers that rows have in the part.</summary>
    public static PartOrder Of(IReadOnlyList<Stretch> stretches)
    {
        return new PartOrder(
            [.. stretches.SelectMany(stretch => stretch.Rows)], [.. stretches.Select(stretch => stretch.Rows.Length)], [.. stretches.Select(stretch => stretch.Place)],
            [.. stretches.Select(stretch => stretch.Series)]);
    }

    /// <summary>That of the same rows once they stand in this order.</summary>
    public PartOrder Ordered()
    {
        return this with { Rows = [.. Enumerable.Range(0, Rows.Length)] };
    }

    /// <summary>That of things that begin at some of these rows, each by itself.</summary>
    /// <param name="starts">At which, in the order of <see cref="Rows"/>.</param>
    public PartOrder At(int[] starts)
    {
        (int[] places, int[] series) = (Places, SeriesInOrder);
        return new PartOrder(
            [.. Enumerable.Range(0, starts.Length)], [.. starts.Select(_ => 1)], [.. starts.Select(start => places[start])], [.. starts.Select(start => series[start])]);
    }

    private int[] ByRow(int[] inOrder)
    {
        int[] byRow = new int[Rows.Length];
        foreach ((int row, int value) in Rows.Zip(inOrder))
        {
            byRow[row] = value;
        }

        return byRow;
    }
}
