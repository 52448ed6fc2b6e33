using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Tests.Definitions;

public sealed class SmallTableTests
{
    [Theory]
    [InlineData(19, 0, "The table has 19 rows.")]
    [InlineData(20, 0, null)]
    [InlineData(45, 0.2, "9 rows of 45 are held out")]
    [InlineData(48, 0.2, null)]
    [InlineData(20, 0.05, "1 row of 20 is held out")]
    public void Notes_OfATable_SayWhatCannotBeTold(int rows, double holdout, string? note)
    {
        var sweep = TestModels.Parse($$"""{ "name": "a", "dataset": "t.csv", "holdout": {{holdout}} }""");

        string[] notes = [.. SmallTable.Notes(sweep, new TableSize(rows, 3))];

        Assert.Equal(note is null ? 0 : 1, notes.Length);
        Assert.All(notes, said => Assert.StartsWith(note!, said, StringComparison.Ordinal));
    }
}
