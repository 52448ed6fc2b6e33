using System.Collections.Immutable;
using GanSweep.Evaluation.Privacy;
using GanSweep.Reporting.Findings;

namespace GanSweep.Reporting.Tests.Findings;

public sealed class RareValuesTests
{
    private static readonly CopiedCells Honest = new("honest", 10, 12, new FoundCells(5, 1_000), new FoundCells(1, 200));
    private static readonly CopiedCells Alone = new("alone", 10, 12, new FoundCells(1_000, 1_000), null);

    [Fact]
    public void Of_CopiedColumns_NamesTheWorst()
    {
        ImmutableArray<CopiedCells> columns = [Honest, Copied("b", 500), Copied("a", 600), Copied("e", 200), Copied("d", 300), Copied("c", 400)];

        Finding finding = RareValues.Of(columns, 9, 5);

        Assert.Equal((Outcome.Bad, "5"), (finding.Outcome, finding.Value));
        Assert.StartsWith("6 of 9 columns have values that fewer than 5 of the training rows share.", finding.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(" a, b, c, d and 1 more have far more of them in synthetic cells than chance explains.", finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "fewer than 5 of the training rows share. Such values stand neither in the generator's file nor, but by chance, in its rows")]
    [InlineData(1, "fewer than 5 of the training rows share. With exactValues the generator's file holds all of them")]
    [InlineData(12, "fewer than 12 of the training rows share. Such values")]
    public void Of_HonestColumn_SaysWhatTheFileHolds(int minimumCount, string sentence)
    {
        Finding finding = RareValues.Of([Honest], 1, minimumCount);

        Assert.Equal(Outcome.Good, finding.Outcome);
        Assert.Contains(sentence, finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingHeldOut_IsUnknown()
    {
        Assert.Equal(Outcome.Unknown, RareValues.Of([Alone], 3, 5).Outcome);
        Assert.Equal(Outcome.Good, RareValues.Of([], 3, 5).Outcome);
    }

    private static CopiedCells Copied(string name, int found)
    {
        return Honest with { Column = name, Synthetic = new FoundCells(found, 1_000) };
    }
}
