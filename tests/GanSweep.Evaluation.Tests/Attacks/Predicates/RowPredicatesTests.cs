using GanSweep.Evaluation.Attacks.Predicates;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Attacks.Predicates;

public sealed class RowPredicatesTests
{
    [Fact]
    public void Draw_OfAMixedTable_FitASingleRowEachAndDiffer()
    {
        Table table = MixedTables.Dependent(200);

        Predicate[] predicates = new RowPredicates(table).Draw(20, 3, new Draws(1, 0), TestContext.Current.CancellationToken);

        Assert.Equal(20, predicates.Length);
        Assert.All(predicates, predicate => Assert.Equal(1, predicate.CountIn(table)));
        Assert.All(predicates, predicate => Assert.Equal(3, predicate.Terms.Select(term => term.Column).Distinct().Count()));
        Assert.Equal(20, predicates.Select(predicate => string.Join(';', predicate.Terms)).Distinct().Count());
    }

    [Fact]
    public void Draw_WhereNothingSinglesOut_EndsWithNone()
    {
        Table table = MixedTables.OfLevels(["a", "b"], 0, 0, 1, 1);

        Assert.Empty(new RowPredicates(table).Draw(50, 1, new Draws(1, 0), TestContext.Current.CancellationToken));
    }
}
