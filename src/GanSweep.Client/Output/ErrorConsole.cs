using GanSweep.Tables.Text;
using Spectre.Console;

namespace GanSweep.Client.Output;

/// <summary>
/// Standard error, shared by a live region at its bottom and by everything that is written meanwhile, logs of other threads too. Spectre's own
/// live display takes two locks in two orders when others write beside it, and leaves remnants when a terminal gets narrower.
/// </summary>
internal sealed class ErrorConsole(IAnsiConsole console)
{
    private readonly Lock _gate = new();
    private LiveRegion _live = LiveRegion.Empty;

    /// <summary>Whether lines can be redrawn in place: a terminal, and not a dumb one.</summary>
    public bool CanRedraw => console.Profile.Out.IsTerminal && console.Profile.Capabilities.Ansi;

    /// <summary>Columns of the terminal as of now.</summary>
    public int Width => console.Profile.Width;

    /// <summary>Rows of the terminal as of now.</summary>
    public int Height => console.Profile.Height;

    /// <summary>Writes a line of plain text, above the live region.</summary>
    public void WriteLine(string text)
    {
        WriteLine(text, Style.Plain);
    }

    /// <summary>Writes a line of text in a style, above the live region.</summary>
    public void WriteLine(string text, Style style)
    {
        lock (_gate)
        {
            WriteRaw(_live.Erasure(Width));
            console.WriteLine(text, style);
            WriteRaw(_live.Text);
        }
    }

    /// <summary>Writes what a person should know before going on, a line each.</summary>
    public void WriteNotes(IEnumerable<string> notes)
    {
        foreach (string note in notes)
        {
            WriteLine($"Note: {note}", new Style(Color.Yellow));
        }
    }

    /// <summary>Puts these lines in place of the live region; none end it.</summary>
    public void ShowLive(params IReadOnlyList<string> lines)
    {
        lock (_gate)
        {
            LiveRegion next = new([.. lines.Select(Unprintable.Escaped)], Width);
            WriteRaw(LiveRegion.AtOnce(_live.Erasure(Width) + next.Text));
            _live = next;
        }
    }

    private void WriteRaw(string text)
    {
        if (text.Length > 0)
        {
            console.Profile.Out.Writer.Write(text);
            console.Profile.Out.Writer.Flush();
        }
    }
}
