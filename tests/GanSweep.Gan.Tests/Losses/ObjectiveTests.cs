using CsCheck;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Losses;
using GanSweep.Gan.Tests.Training;

namespace GanSweep.Gan.Tests.Losses;

public class ObjectiveTests
{
    private static readonly Gen<(Objective Objective, LossTerm Term)> Terms =
        from loss in Gen.Enum<GanLoss>()
        from smoothing in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.5])
        from term in Gen.Enum<LossTerm>()
        select (Objective.Of(TinyTask.Configuration with { Loss = loss, LabelSmoothing = smoothing }), term);

    [Fact]
    public void At_OfEveryTerm_HasTheSlopeOfItsLoss()
    {
        const double Step = 1e-5;
        Gen.Select(Terms, Gen.Double[-20, 20]).Sample((objective, logit) =>
        {
            double above = objective.Objective.At(objective.Term, logit + Step).Loss;
            double below = objective.Objective.At(objective.Term, logit - Step).Loss;
            Assert.Equal((above - below) / (2 * Step), objective.Objective.At(objective.Term, logit).Slope, 1e-6);
        });
    }

    [Fact]
    public void At_OfLogitsOfAnySize_IsFinite()
    {
        Gen.Select(Terms, Gen.OneOf(Gen.Const(-1e6), Gen.Const(-800.0), Gen.Const(800.0), Gen.Const(1e6))).Sample((objective, logit) =>
        {
            LossAndSlope one = objective.Objective.At(objective.Term, logit);
            Assert.True(double.IsFinite(one.Loss) && double.IsFinite(one.Slope), $"{one}");
        });
    }

    // D = sigmoid(1) where it is a probability.
    [Theory]
    [InlineData(GanLoss.Minimax, LossTerm.Real, 0.31326168751822286)]
    [InlineData(GanLoss.Minimax, LossTerm.Fake, 1.3132616875182228)]
    [InlineData(GanLoss.Minimax, LossTerm.Generator, -1.3132616875182228)]
    [InlineData(GanLoss.NonSaturating, LossTerm.Real, 0.31326168751822286)]
    [InlineData(GanLoss.NonSaturating, LossTerm.Fake, 1.3132616875182228)]
    [InlineData(GanLoss.NonSaturating, LossTerm.Generator, 0.31326168751822286)]
    [InlineData(GanLoss.LeastSquares, LossTerm.Real, 0)]
    [InlineData(GanLoss.LeastSquares, LossTerm.Fake, 1)]
    [InlineData(GanLoss.LeastSquares, LossTerm.Generator, 0)]
    [InlineData(GanLoss.WassersteinGp, LossTerm.Real, -1)]
    [InlineData(GanLoss.WassersteinGp, LossTerm.Fake, 1)]
    [InlineData(GanLoss.WassersteinGp, LossTerm.Generator, -1)]
    public void At_OfLogitOne_IsTheFormulasValue(GanLoss loss, LossTerm term, double expected)
    {
        Assert.Equal(expected, Objective.Of(TinyTask.Configuration with { Loss = loss }).At(term, 1).Loss, 1e-15);
    }

    // The slope vanishes where the discriminator says 1 − smoothing.
    [Theory]
    [InlineData(GanLoss.Minimax)]
    [InlineData(GanLoss.NonSaturating)]
    [InlineData(GanLoss.LeastSquares)]
    public void At_WithLabelSmoothing_MovesTheTargetOfRealRowsAlone(GanLoss loss)
    {
        Objective smooth = Objective.Of(TinyTask.Configuration with { Loss = loss, LabelSmoothing = 0.1 });
        Objective hard = Objective.Of(TinyTask.Configuration with { Loss = loss });
        double target = loss == GanLoss.LeastSquares ? 0.9 : Math.Log(0.9 / 0.1);

        Assert.Equal(0, smooth.At(LossTerm.Real, target).Slope, 1e-15);
        Assert.Equal(hard.At(LossTerm.Fake, 0.3), smooth.At(LossTerm.Fake, 0.3));
        Assert.Equal(hard.At(LossTerm.Generator, 0.3), smooth.At(LossTerm.Generator, 0.3));
    }

    [Fact]
    public void MeanOf_ABatch_IsTheMeanWithTheGradientOfItsLogits()
    {
        float[] slopes = new float[4];

        double mean = new LeastSquaresObjective(0).MeanOf(LossTerm.Fake, weight: 0.5, [1, 2, -3, 0], slopes);

        Assert.Equal(14.0 / 4, mean, 1e-15);
        Assert.Equal([0.25f, 0.5f, -0.75f, 0], slopes);
    }
}
