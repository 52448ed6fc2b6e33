using System.Collections.Immutable;

namespace GanSweep.Tables.Disclosure;

/// <summary>
/// What may be told of words, and of cells that go together, where nothing may be told that fewer than k rows have: rows with a rarer one get one that k rows have, in
/// the shares in which those are there, and no other cells missing than its own; where there is none, the cell is missing. So are the amounts of a column in which
/// fewer than k are there. That a cell is missing is no value, and is always told.
/// </summary>
internal static class RareCells
{
    /// <summary>A table without the words that too few rows have, and without the amounts of columns in which too few are there.</summary>
    /// <param name="table">The table.</param>
    /// <param name="minimumCount">The rows that a cell is told of, k; from 1, which tells every cell.</param>
    /// <param name="made">Columns whose words that few rows have are made up (<see cref="MadeWords"/>), and stay; none, if it is left out.</param>
    public static Table Without(Table table, int minimumCount, IReadOnlySet<string>? made = null)
    {
        ILookup<bool, int> columns = Enumerable.Range(0, table.ColumnCount).Where(column => made?.Contains(table.ColumnNames[column]) != true).ToLookup(column => table.Schema[column].HasLevels);
        Table told = Without(table, [.. columns[true].Select(column => ImmutableArray.Create(column))], minimumCount);
        int[] empty = [.. columns[false].Where(column => table.RowCount - table.MissingCount(column) is var cells && cells > 0 && cells < minimumCount)];
        return empty.Length == 0 ? told : told.WithRows(
            [.. Enumerable.Range(0, table.ColumnCount).Select(column => empty.Contains(column) ? [.. Enumerable.Repeat(double.NaN, table.RowCount)] : told.Column(column).ToArray())]);
    }

    /// <summary>A table without the rows of cells, of columns that go together, that too few rows have.</summary>
    /// <param name="table">The table.</param>
    /// <param name="together">The numbers of columns that go together; none is in two groups.</param>
    /// <param name="minimumCount">The rows that cells are told of, k; from 1, which tells them all.</param>
    public static Table Without(Table table, IReadOnlyList<ImmutableArray<int>> together, int minimumCount)
    {
        double[][]? columns = null;
        foreach (ImmutableArray<int> group in minimumCount > 1 ? together : [])
        {
            if (Substitutes(table, group, minimumCount) is { } rows)
            {
                columns ??= [.. Enumerable.Range(0, table.ColumnCount).Select(column => table.Column(column).ToArray())];
                foreach (int column in group)
                {
                    columns[column] = Substituted(table.Column(column), rows);
                }
            }
        }

        return columns is null ? table : new Table(table.Schema, columns, table.Form);
    }

    private static double[] Substituted(ReadOnlySpan<double> column, int[] rows)
    {
        double[] substituted = new double[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            substituted[row] = rows[row] < 0 ? double.NaN : column[rows[row]];
        }

        return substituted;
    }

    // The row whose cells each row gets, −1 for one without any; null if every row keeps its own.
    private static int[]? Substitutes(Table table, ImmutableArray<int> group, int minimumCount)
    {
        (int[] numbers, int[] counts, int[] firstRows) = Count(table, group);
        string[] missing = [.. firstRows.Select(row => string.Concat(group.Select(column => double.IsNaN(table.Column(column)[row]) ? '-' : '+')))];
        bool[] isSaying = [.. missing.Select(cells => cells.Contains('+', StringComparison.Ordinal))];
        bool[] isTold = [.. counts.Select((count, number) => count >= minimumCount || !isSaying[number])];
        int[] rare = [.. Enumerable.Range(0, numbers.Length).Where(row => !isTold[numbers[row]])];
        if (rare.Length == 0)
        {
            return null;
        }

        int[] kept = [.. Enumerable.Range(0, counts.Length).Where(number => isTold[number] && isSaying[number])];
        int[] rows = [.. Enumerable.Range(0, numbers.Length)];
        foreach (IGrouping<string, int> lacking in rare.GroupBy(row => missing[numbers[row]]))
        {
            // That cells are missing is told as it is, where that can be: a row gets what is missing where its own cells are, else anything.
            int[] alike = [.. kept.Where(number => missing[number] == lacking.Key)];
            Share([.. lacking], alike.Length > 0 ? alike : kept, counts, firstRows, rows);
        }

        return rows;
    }

    // Rows get, in their order, what is kept, in the shares in which it is there: each the middle of the next of as many equal shares as there are rows.
    private static void Share(int[] among, int[] kept, int[] counts, int[] firstRows, int[] rows)
    {
        long all = kept.Sum(number => (long)counts[number]);
        int at = 0;
        long before = 0; // rows of those that are kept and come before
        for (int i = 0; i < among.Length; i++)
        {
            long place = ((2L * i) + 1) * all / (2L * among.Length);
            while (at < kept.Length && place >= before + counts[kept[at]])
            {
                before += counts[kept[at++]];
            }

            rows[among[i]] = kept.Length == 0 ? -1 : firstRows[kept[at]];
        }
    }

    // Rows numbered by what they have in some columns, column by column: rows that are alike so far have one number.
    private static (int[] Numbers, int[] Counts, int[] FirstRows) Count(Table table, ImmutableArray<int> columns)
    {
        int[] numbers = new int[table.RowCount];
        foreach (int column in columns)
        {
            ReadOnlySpan<double> values = table.Column(column);
            Dictionary<(int, double), int> known = [];
            for (int row = 0; row < numbers.Length; row++)
            {
                if (!known.TryGetValue((numbers[row], values[row]), out int number))
                {
                    number = known.Count;
                    known.Add((numbers[row], values[row]), number);
                }

                numbers[row] = number;
            }
        }

        int distinct = numbers.DefaultIfEmpty(-1).Max() + 1;
        int[] counts = new int[distinct];
        int[] firstRows = new int[distinct];
        for (int row = numbers.Length - 1; row >= 0; row--)
        {
            counts[numbers[row]]++;
            firstRows[numbers[row]] = row;
        }

        return (numbers, counts, firstRows);
    }
}
