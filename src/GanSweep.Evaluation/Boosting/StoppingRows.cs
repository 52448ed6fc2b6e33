using GanSweep.Evaluation.Boosting.Losses;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Evaluation.Boosting;

/// <summary>The tenth of the rows, of each class by itself, that a model is not trained on but stopped by.</summary>
internal static class StoppingRows
{
    private const int OneOf = 10;

    /// <summary>Divides the rows of a loss, both parts in their order.</summary>
    public static (int[] Training, int[] Stopping) Of(BoostingLoss loss)
    {
        int[] classes = [.. Enumerable.Range(0, loss.RowCount).Select(loss.ClassOf)];
        bool[] stops = new bool[classes.Length];
        foreach (IGrouping<int, int> ofClass in Enumerable.Range(0, classes.Length).GroupBy(row => classes[row]))
        {
            int[] rows = [.. ofClass];
            new CounterRandom(0, RandomPurpose.Validation, ofClass.Key).Shuffle(rows);
            foreach (int row in rows.AsSpan(0, (rows.Length + (OneOf / 2)) / OneOf))
            {
                stops[row] = true;
            }
        }

        return ([.. Enumerable.Range(0, stops.Length).Where(row => !stops[row])], [.. Enumerable.Range(0, stops.Length).Where(row => stops[row])]);
    }
}
