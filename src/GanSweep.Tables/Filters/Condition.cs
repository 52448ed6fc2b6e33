namespace GanSweep.Tables.Filters;

/// <summary>What a condition says, before it is known of which columns.</summary>
internal abstract record Condition
{
    /// <summary>Whether a row of a table fulfils it, as a function.</summary>
    /// <exception cref="RowFilterException">It speaks of a column, a level or a value that there is not.</exception>
    public abstract Func<Table, int, bool> Bind(FilterColumns columns);

    /// <summary>Both.</summary>
    public sealed record And(Condition Left, Condition Right) : Condition
    {
        public override Func<Table, int, bool> Bind(FilterColumns columns)
        {
            Func<Table, int, bool> left = Left.Bind(columns);
            Func<Table, int, bool> right = Right.Bind(columns);
            return (table, row) => left(table, row) && right(table, row);
        }
    }

    /// <summary>One or the other.</summary>
    public sealed record Or(Condition Left, Condition Right) : Condition
    {
        public override Func<Table, int, bool> Bind(FilterColumns columns)
        {
            Func<Table, int, bool> left = Left.Bind(columns);
            Func<Table, int, bool> right = Right.Bind(columns);
            return (table, row) => left(table, row) || right(table, row);
        }
    }

    /// <summary>Not this.</summary>
    public sealed record Not(Condition Inner) : Condition
    {
        public override Func<Table, int, bool> Bind(FilterColumns columns)
        {
            Func<Table, int, bool> inner = Inner.Bind(columns);
            return (table, row) => !inner(table, row);
        }
    }

    /// <summary>A cell is missing.</summary>
    public sealed record IsMissing(string Column) : Condition
    {
        public override Func<Table, int, bool> Bind(FilterColumns columns)
        {
            int column = columns.Find(Column);
            return (table, row) => double.IsNaN(table.Column(column)[row]);
        }
    }

    /// <summary>A cell is one of some values.</summary>
    public sealed record In(string Column, IReadOnlyList<string> Values) : Condition
    {
        public override Func<Table, int, bool> Bind(FilterColumns columns)
        {
            int column = columns.Find(Column);
            HashSet<double> values = [.. Values.Select(value => columns.Value(column, value))];
            return (table, row) => values.Contains(table.Column(column)[row]);
        }
    }

    /// <summary>A cell against a value; a missing one is neither equal, nor unequal, nor anything else.</summary>
    public sealed record Compare(string Column, string Sign, string Value) : Condition
    {
        public override Func<Table, int, bool> Bind(FilterColumns columns)
        {
            int column = columns.Find(Column);
            columns.DemandOrder(column, Sign);
            double value = columns.Value(column, Value);
            return Sign switch
            {
                "<" => (table, row) => table.Column(column)[row] < value,
                "<=" => (table, row) => table.Column(column)[row] <= value,
                ">" => (table, row) => table.Column(column)[row] > value,
                ">=" => (table, row) => table.Column(column)[row] >= value,
                "!=" or "<>" => (table, row) => table.Column(column)[row] != value && !double.IsNaN(table.Column(column)[row]),
                _ => (table, row) => table.Column(column)[row] == value,
            };
        }
    }
}
