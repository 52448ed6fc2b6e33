using GanSweep.Client.Output;
using Spectre.Console;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Output;

public sealed class PrintableTextTests
{
    private const string Hostile = "a\u001b]0;owned\u0007b\u009b31mc\u202ed";
    private const string Shown = @"a\u{1B}]0;owned\u{7}b\u{9B}31mc\u{202E}d";

    [Fact]
    public void Write_TextAndTablesFromOutside_ShowWhatATerminalWouldActOn()
    {
        using TestConsole console = new TestConsole().Width(200);
        console.Pipeline.Attach(new PrintableText());

        console.WriteLine(Hostile);
        console.Write(new Table().AddColumn(new TableColumn(new Text(Hostile))).AddRow(new Text("1")));

        Assert.Equal(2, console.Output.Split(Shown).Length - 1);
        Assert.DoesNotContain('\u001b', console.Output);
        Assert.Contains('\n', console.Output);
    }

    [Fact]
    public void ShowLive_LinesFromOutside_ShowWhatATerminalWouldActOn()
    {
        using TestConsole console = new TestConsole().Width(200);

        new ErrorConsole(console).ShowLive(Hostile);

        Assert.Contains(Shown, console.Output);
    }
}
