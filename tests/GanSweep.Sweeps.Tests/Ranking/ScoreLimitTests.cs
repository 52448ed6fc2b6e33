using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Ranking;

namespace GanSweep.Sweeps.Tests.Ranking;

public sealed class ScoreLimitTests
{
    private static readonly ScoreLimit Closer = new(Score.CloserToTraining, null, 0.57);
    private static readonly ScoreLimit Quality = new(Score.Quality, 0.9, null);

    [Fact]
    public void ReasonAgainst_ValueBeyondABound_NamesValueAndBound()
    {
        Assert.Equal(
            "closerToTraining is 0.61; the sweep's limits allow at most 0.57", Closer.ReasonAgainst(new Scores { [Score.CloserToTraining] = 0.61 }));
        Assert.Equal("quality is 0.8; the sweep's limits allow at least 0.9", Quality.ReasonAgainst(new Scores { [Score.Quality] = 0.8 }));
    }

    [Fact]
    public void ReasonAgainst_ValueOnABound_IsNone()
    {
        Assert.Null(Closer.ReasonAgainst(new Scores { [Score.CloserToTraining] = 0.57 }));
        Assert.Null(Quality.ReasonAgainst(new Scores { [Score.Quality] = 0.9 }));
    }

    [Fact]
    public void ReasonAgainst_ScoreThatDoesNotExist_IsNone_AndNaNIsOne()
    {
        Assert.Null(Closer.ReasonAgainst(Scores.None));
        Assert.NotNull(Closer.ReasonAgainst(new Scores { [Score.CloserToTraining] = double.NaN }));
    }
}
