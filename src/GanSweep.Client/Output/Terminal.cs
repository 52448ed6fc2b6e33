using Spectre.Console;

namespace GanSweep.Client.Output;

/// <summary>Opens a console on a writer of this process.</summary>
internal static class Terminal
{
    // A file or a pipe has no width. Tables take as much as they need, and long sentences are not folded.
    private const int UnboundedWidth = 400;

    public static IAnsiConsole Open(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns >= 40
                ? columns : UnboundedWidth;
        }

        console.Pipeline.Attach(new PrintableText());
        return console;
    }
}
