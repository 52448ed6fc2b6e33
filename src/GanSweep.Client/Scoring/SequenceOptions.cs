using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Evaluation.Holdout;
using GanSweep.Services.Errors;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Client.Scoring;

/// <summary><c>--by</c>, <c>--group</c> and <c>--window</c>: how the rows of a table follow each other, as "sequence" says it in a sweep.json.</summary>
internal sealed class SequenceOptions
{
    private readonly Option<string?> _by;

    private readonly Option<string?> _group = new("--group")
    {
        Description = "The column of words that tells one series from another; needs --by. [default: all rows are one series]",
        HelpName = "COLUMN",
    };

    private readonly Option<int?> _window;
    private readonly SequenceWords _words;

    /// <param name="adds">What comes of it that they do: a sentence or two.</param>
    /// <param name="window">What the window is for, besides that every series has more rows.</param>
    public SequenceOptions(string adds, string window)
    {
        _by = new Option<string?>("--by")
        {
            Description = $"The column of numbers or dates by which rows of the real table follow each other, or {RowSequence.FileOrder} for the order of the file. {adds}",
            HelpName = $"COLUMN|{RowSequence.FileOrder}",
        };
        _window = new Option<int?>("--window")
        {
            Description = $"How many rows the next one hangs on: every series has more, and {window}; needs --by. [default: {RowSequence.DefaultWindow}]",
            HelpName = "N",
        };
        _by.NotBlank();
        _group.NotBlank();
        _window.Within(1, RowSequence.LargestWindow);
        _words = new SequenceWords(_by.Name, _group.Name, _window.Name, "with --column", name => $"--column {name}=category");
    }

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_by);
        verb.Options.Add(_group);
        verb.Options.Add(_window);
    }

    /// <summary>The first of them that was said; null if none was.</summary>
    public string? Said(ParseResult parsed)
    {
        return parsed.GetValue(_by) is not null ? _by.Name
            : parsed.GetValue(_group) is not null ? _group.Name
            : parsed.GetValue(_window) is not null ? _window.Name
            : null;
    }

    /// <summary>What was said; null if nothing was.</summary>
    /// <exception cref="WrongInputException">It is not said by what rows follow each other.</exception>
    public RowSequence? Read(ParseResult parsed)
    {
        string? group = parsed.GetValue(_group);
        int? window = parsed.GetValue(_window);
        if (parsed.GetValue(_by) is { } by)
        {
            return new RowSequence(by, group, window ?? RowSequence.DefaultWindow);
        }

        return Said(parsed) is not { } name ? null : throw new WrongInputException(
            $"{name}: it is about rows that follow each other, and nothing says that they do. "
            + $"Name the column that they are sorted by with {_by.Name} COLUMN, or say {_by.Name} {RowSequence.FileOrder} for the order of the file.");
    }

    /// <summary>Demands that the rows of the real table can follow each other so.</summary>
    /// <param name="sequence">What was said.</param>
    /// <param name="split">What of it was learnt from, and what was not.</param>
    /// <param name="whole">All of it.</param>
    /// <param name="target">The column that the table is there to tell; null if there is none.</param>
    /// <exception cref="WrongInputException">They cannot, or the target is the column that says when they are.</exception>
    public void Demand(RowSequence sequence, HoldoutSplit split, Table whole, string? target)
    {
        // Rows are counted in the file that they are in, and series in all of them.
        string[] faults = [.. Faults(sequence, split.Training, "", ofWindow: false)];
        faults = faults.Length > 0 || split.HeldOut is not { } heldOut ? faults : [.. Faults(sequence, heldOut, "of the held-out rows, ", ofWindow: false)];
        faults = faults.Length > 0 ? faults : [.. Faults(sequence, whole, "", ofWindow: true)];
        if (faults.Length > 0)
        {
            throw new WrongInputException(string.Join('\n', faults));
        }

        if (!sequence.IsFileOrder && sequence.By == target)
        {
            throw new WrongInputException($"--target: the column \"{target}\" is that of {_by.Name}: it says when rows are and is not scored. Name another, or leave --target out.");
        }
    }

    private IEnumerable<string> Faults(RowSequence sequence, Table table, string which, bool ofWindow)
    {
        return SequenceCheck.Faults(sequence, table, _words)
            .Where(fault => ofWindow == (fault.Key == SequenceKey.Window))
            .Select(fault => $"{NameOf(fault.Key)}: {which}{fault.Fault}");
    }

    private string NameOf(SequenceKey key)
    {
        return key switch
        {
            SequenceKey.By => _by.Name,
            SequenceKey.Group => _group.Name,
            _ => _window.Name,
        };
    }
}
