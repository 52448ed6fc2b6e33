using System.Collections.Immutable;
using System.Globalization;

namespace GanSweep.Tables.Transforms;

/// <summary>What is kept of the cells of a column that are no amounts: which outcomes there are, and how often.</summary>
internal static class LevelFit
{
    // What fewer rows say of a level is what they are themselves: it stands by its frequency.
    private const int FewestRows = 5;

    /// <summary>Fits a column of levels.</summary>
    /// <param name="table">The table, of at least one row.</param>
    /// <param name="column">The column, from 0.</param>
    public static LevelParameters Of(Table table, int column)
    {
        ReadOnlySpan<double> values = table.Column(column);
        string name = table.ColumnNames[column];
        SortedDictionary<int, int> counts = CountsOf(values);
        if (counts.Count <= LevelParameters.MostOutcomes)
        {
            return new LevelParameters(name) { Outcomes = OutcomesOf(counts, values.Length) };
        }

        // Of levels that are as frequent, the first is the more frequent: the order is one and the same everywhere.
        int[] byFrequency = [.. counts.Keys.Where(code => code != ColumnOutcomes.Missing).OrderByDescending(code => counts[code]).ThenBy(code => code)];
        int own = LevelParameters.MostOutcomes - 1 - (counts.ContainsKey(ColumnOutcomes.Missing) ? 1 : 0);
        int[] known = [.. byFrequency[own..].TakeWhile(code => counts[code] >= FewestRows)];
        ImmutableArray<int> rare = [.. InOrder(table, column, known, counts), .. byFrequency[(own + known.Length)..]];
        double[] places = [.. rare.SelectMany((code, place) => Enumerable.Repeat((double)place, counts[code]))];
        counts[ColumnOutcomes.Amount] = places.Length;
        foreach (int code in rare)
        {
            counts.Remove(code);
        }

        return new LevelParameters(name)
        {
            Outcomes = OutcomesOf(counts, values.Length),
            Rare = rare,
            RarePlaces = QuantileKnots.OfPlaces(name, places),
        };
    }

    /// <summary>Whether a column is fitted as levels: one in which every cell is missing has no amounts.</summary>
    public static bool IsOfLevels(Table table, int column)
    {
        return table.Schema[column].HasLevels || (table.RowCount > 0 && table.MissingCount(column) == table.RowCount);
    }

    /// <summary>How many numbers of a row the networks see of a column, without fitting it.</summary>
    public static int FeatureCountOf(Table table, int column)
    {
        return IsOfLevels(table, column)
            ? FeatureCountOf(table.Column(column), table.Schema[column].Levels.Length)
            : FeatureCountOfAmounts(table.MissingCount(column));
    }

    /// <summary>What the cells of a column of amounts can be; null if none is missing.</summary>
    public static ColumnOutcomes? OfAmounts(int missing, int rows)
    {
        return missing == 0 ? null : OutcomesOf(
            new SortedDictionary<int, int> { [ColumnOutcomes.Amount] = rows - missing, [ColumnOutcomes.Missing] = missing }, rows);
    }

    /// <summary>Holds outcomes from outside to what a fit can give.</summary>
    /// <param name="column">The column's parameters.</param>
    /// <param name="levels">How many levels it has.</param>
    /// <exception cref="TransformException">They cannot have come from a fit.</exception>
    public static void Check(ColumnTransformParameters column, int levels)
    {
        if (column.Outcomes is not { } outcomes)
        {
            column.Demand(column is not LevelParameters, "it has no outcomes");
            return;
        }

        column.Demand(
            !outcomes.Codes.IsDefaultOrEmpty && outcomes.Shares.Length == outcomes.Count && outcomes.Biases.Length == outcomes.Count,
            "it does not have one share and one bias for each outcome");
        column.Demand(outcomes.Count <= LevelParameters.MostOutcomes, $"it has more than {LevelParameters.MostOutcomes} outcomes");
        column.Demand(outcomes.Codes.Distinct().Count() == outcomes.Count, "two of its outcomes are the same");
        column.Demand(
            outcomes.Codes.All(code => code >= ColumnOutcomes.Amount && code < levels),
            string.Create(CultureInfo.InvariantCulture, $"an outcome is none of its {levels} levels"));
        column.Demand(outcomes.Shares.All(share => share is > 0 and <= 1), "a share is not above 0 and at most 1");
        column.Demand(outcomes.Biases.All(float.IsFinite), "a bias is not finite");
        LevelParameters? ofLevels = column as LevelParameters;
        bool hasAmount = ofLevels is null || ofLevels.Rare is not null;
        column.Demand(outcomes.Codes.Contains(ColumnOutcomes.Amount) == hasAmount, "an amount is an outcome where there is none, or the other way round");
        if (ofLevels?.Rare is { } rare)
        {
            bool areLevels = !rare.IsDefaultOrEmpty && rare.All(code => code >= 0 && code < levels) && rare.Distinct().Count() == rare.Length;
            column.Demand(areLevels && !rare.Intersect(outcomes.Codes).Any(), "its rare levels are not levels without an outcome of their own");
            column.Demand(
                ofLevels.RarePlaces is { Whole: true, Minimum: 0, Outcomes: null } places && places.Maximum == rare.Length - 1 && places.Name == column.Name,
                "the places of its rare levels are not those");
        }
    }

    private static IEnumerable<int> InOrder(Table table, int column, int[] levels, SortedDictionary<int, int> counts)
    {
        return LevelOrder.Of(LevelProfiles.Of(table, column, levels), [.. levels.Select(level => counts[level])]).Select(place => levels[place]);
    }

    // Of all levels not all need be there.
    private static int FeatureCountOf(ReadOnlySpan<double> values, int levels)
    {
        bool[] isThere = new bool[levels + 1];
        foreach (double value in values)
        {
            isThere[double.IsNaN(value) ? levels : (int)value] = true;
        }

        int outcomes = isThere.AsSpan().Count(true);
        return outcomes > LevelParameters.MostOutcomes ? LevelParameters.MostOutcomes + 1 : Math.Max(1, outcomes);
    }

    // The amount, and with cells that are missing the choice whether there is one.
    private static int FeatureCountOfAmounts(int missing)
    {
        return missing == 0 ? 1 : 3;
    }

    private static SortedDictionary<int, int> CountsOf(ReadOnlySpan<double> values)
    {
        SortedDictionary<int, int> counts = [];
        foreach (double value in values)
        {
            int code = double.IsNaN(value) ? ColumnOutcomes.Missing : (int)value;
            counts[code] = counts.GetValueOrDefault(code) + 1;
        }

        return counts;
    }

    private static ColumnOutcomes OutcomesOf(SortedDictionary<int, int> counts, int rows)
    {
        return new ColumnOutcomes(
            [.. counts.Keys], [.. counts.Values.Select(count => (double)count / rows)], [.. Enumerable.Repeat(0f, counts.Count)]);
    }
}
