using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Documents;
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
        foreach ((string part, string does) in SearchPlanText.Lines(document))
        {
            Add(grid, part, does);
        }

        Add(grid, "scored on", $"{Figures.Count(document.EvaluationRows)} synthetic rows");
        if (document.HeldOut > 0)
        {
            Add(grid, "held out", $"{Amount.Of(document.HeldOut, "row")}, never trained on");
        }

        if (document.Target is { } target)
        {
            Add(grid, "target", target);
        }

        if (document.Sequence is { } sequence)
        {
            foreach (string line in SeriesText.Lines(sequence))
            {
                Add(grid, "sequence", line);
            }
        }

        foreach ((Alternative alternative, FittedKeys fitted) in document.Space.Items.Zip(document.Fitted))
        {
            string name = document.Space.NameOf(alternative);
            if (name.Length > 0)
            {
                Add(grid, name, document.Search is null || alternative.Axes.IsEmpty ? Amount.Of(alternative.Count, "configuration") : Amount.Of(alternative.Axes.Length, "key"));
            }

            foreach (Axis axis in alternative.Axes)
            {
                Add(grid, axis.Key.Name, axis.ToString());
            }

            if (!fitted.Values.IsEmpty)
            {
                string keys = string.Join(", ", fitted.Values.Select(value => $"{value.Key} {value.Key.Text(value.Value)}"));
                Add(grid, "left out", $"{keys}{Where(document, name)}");
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
        if (document.Search is { } search)
        {
            return search.MayEndEarlier || document.Replicates == 1
                ? $"{(search.MayEndEarlier ? "at most " : "")}{Figures.Count(document.Runs)}"
                : $"{Figures.Count(document.Runs)}: {Amount.Of(search.Configurations, "configuration")} × {document.Replicates} replicates";
        }

        return Figures.Count(document.Runs)
            + (document.Replicates == 1 ? "" : $": {Figures.Count(document.Space.Count)} configurations × {document.Replicates} replicates")
            + (document.Trainings == document.Runs ? "" : $", in {Amount.Of(document.Trainings, "training")}: some differ in values without effect alone");
    }

    // In which of the configurations the keys have the values that suit it.
    private static string Where(ValidationDocument document, string alternative)
    {
        return document.Trainings == 1 ? ""
            : document.Search is not null ? " (with the first value of each key)"
            : alternative.Length == 0 ? " (in run 1)" : " (in its first run)";
    }

    private static string Stored(ValidationDocument document)
    {
        if (document.Stored is not { } stored)
        {
            return "not known: another process holds the data folder";
        }

        string sweep = stored.State is { } state ? $"sweep is {SummaryText.State(state)}" : "sweep is new";
        int missing = document.Trainings - stored.Results;
        string results = document.Search is null
            ? $"{Amount.Of(stored.Results, "result")} there, {Figures.Count(missing)} to train"
            : $"at least {Amount.Of(stored.Results, "result")} there, at most {Figures.Count(missing)} to train";
        return $"{sweep}; {results}"
            + (stored.Failed > 0 ? $" ({Figures.Count(stored.Failed)} of them failed)" : "");
    }

    private static void Add(Spectre.Console.Grid grid, string name, string value)
    {
        grid.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), new Text(value));
    }
}
