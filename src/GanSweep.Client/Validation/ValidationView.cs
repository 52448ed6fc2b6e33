using GanSweep.Client.Documents;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Sweeps.Spaces;
using GanSweep.Tables.Text;
using Spectre.Console;

namespace GanSweep.Client.Validation;

/// <summary>What a sweep.json would train, for people.</summary>
internal static class ValidationView
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, ValidationDocument document)
    {
        Spectre.Console.Grid grid = new Spectre.Console.Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Add(grid, "sweep", document.Sweep);
        Add(grid, "table", $"{document.Dataset.File}, {Amount.Of(document.Dataset.Rows, "row")} × {Amount.Of(document.Dataset.Columns.Count, "column")} "
            + $"({ColumnNames.Listed(document.Dataset.Columns)})");
        if (document.Spelling.Length > 0)
        {
            Add(grid, "its file", document.Spelling);
        }

        Add(grid, "runs", Runs(document));
        Add(grid, "scored on", $"{Figures.Count(document.EvaluationRows)} synthetic rows");
        if (document.HeldOut > 0)
        {
            Add(grid, "held out", $"{Amount.Of(document.HeldOut, "row")}, never trained on");
        }

        if (document.Target is { } target)
        {
            Add(grid, "target", target);
        }

        foreach ((Alternative alternative, FittedKeys fitted) in document.Space.Items.Zip(document.Fitted))
        {
            string name = document.Space.NameOf(alternative);
            if (name.Length > 0)
            {
                Add(grid, name, alternative.Count == 1 ? "1 configuration" : $"{Figures.Count(alternative.Count)} configurations");
            }

            foreach (Axis axis in alternative.Axes)
            {
                Add(grid, axis.Key.Name, axis.ToString());
            }

            if (!fitted.Values.IsEmpty)
            {
                string keys = string.Join(", ", fitted.Values.Select(value => $"{value.Key} {value.Key.Text(value.Value)}"));
                Add(grid, "left out", $"{keys}{(document.Trainings == 1 ? "" : name.Length == 0 ? " (in run 1)" : " (in its first run)")}");
            }
        }

        Add(grid, "stored", Stored(document));
        foreach (string note in document.Notes)
        {
            Add(grid, "note", note);
        }

        console.Write(grid);
        ColumnTable.Write(console, document.Columns);
    }

    private static string Runs(ValidationDocument document)
    {
        return Figures.Count(document.Runs)
            + (document.Replicates == 1 ? "" : $": {Figures.Count(document.Space.Count)} configurations × {document.Replicates} replicates")
            + (document.Trainings == document.Runs ? "" : $", in {Amount.Of(document.Trainings, "training")}: some differ in values without effect alone");
    }

    private static string Stored(ValidationDocument document)
    {
        if (document.Stored is not { } stored)
        {
            return "not known: another process holds the data folder";
        }

        string sweep = stored.State is { } state ? $"sweep is {SummaryText.State(state)}" : "sweep is new";
        int missing = document.Trainings - stored.Results;
        return $"{sweep}; {Amount.Of(stored.Results, "result")} there, {Figures.Count(missing)} to train"
            + (stored.Failed > 0 ? $" ({Figures.Count(stored.Failed)} of them failed)" : "");
    }

    private static void Add(Spectre.Console.Grid grid, string name, string value)
    {
        grid.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), new Text(value));
    }
}
