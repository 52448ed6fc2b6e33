using GanSweep.Client.Leaderboards;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Wire;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Leaderboards;

public sealed class RunViewTests
{
    [Fact]
    public void Write_RunOfASearch_TellsItsStory()
    {
        using TestConsole console = new TestConsole().Width(200);

        RunView.Write(console, Boards.SweepId, new RunDetails(Boards.Search.Rows[0], LossHistory.Empty, []) { Story = ["Configuration 2: drawn at random.", "Promoted to rung 2."] });

        Assert.Matches("search +Configuration 2: drawn at random. *\n +Promoted to rung 2. *\n", console.Output);
    }

    [Theory]
    [InlineData(null, "epochs +300 of 300, best after 280")]
    [InlineData(30, "epochs +30 of 30, the beginning of 300, best after 280")]
    public void Write_ABeginning_SaysWhereItEndsAndOfWhat(int? until, string expected)
    {
        using TestConsole console = new TestConsole().Width(200);
        LeaderboardRow row = Boards.Row(1, 1) with { Until = until, Epochs = until ?? 300, BestEpoch = 280 };

        RunView.Write(console, Boards.SweepId, new RunDetails(row, LossHistory.Empty, []));

        Assert.Matches($"{expected} *\n", console.Output);
    }

    [Fact]
    public void Write_TableOfWords_NamesTheScoresThatItHas()
    {
        Scores scores = new()
        {
            [Score.JsEstimate] = 0.004,
            [Score.CategoryGap] = 0.02,
            [Score.AssociationDistance] = 0.03,
            [Score.MissingGap] = 0.05,
            [Score.Total] = 0.9,
        };
        using TestConsole console = new TestConsole().Width(200);

        RunView.Write(console, Boards.SweepId, new RunDetails(Boards.Row(1, 1) with { Scores = scores.ToWire() }, LossHistory.Empty, []));

        Assert.Contains(
            "total 0.9000: js est. 0.004000, level gap 0.02000, assoc. dist. 0.03000, missing gap 0.05000\n",
            string.Join('\n', console.Output.Split('\n').Select(line => line.TrimEnd())),
            StringComparison.Ordinal);
    }
}
