using GanSweep.Evaluation.Attacks.Predicates;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Attacks.Predicates;

public sealed class RarePredicatesTests
{
    [Fact]
    public void Of_ASmallTable_AreAllThatSingleARowOut()
    {
        Table table = new(
            [new ColumnSchema("number"), new ColumnSchema("word", ColumnKind.Category) { Levels = ["a", "b"] }],
            [[1, 2, 2, 5, double.NaN], [0, 0, 1, double.NaN, double.NaN]]);

        Predicate[] predicates = RarePredicates.Of(table, 100, seed: 1);

        Assert.Equal(
            [
                new Term(0, Relation.Equal, 1), new Term(0, Relation.Equal, 5), new Term(0, Relation.AtMost, 1), new Term(0, Relation.AtLeast, 5),
                new Term(0, Relation.Missing, 0), new Term(1, Relation.Equal, 1),
            ],
            predicates.Select(predicate => predicate.Terms.Single()).OrderBy(term => term.Column).ThenBy(term => term.Relation).ThenBy(term => term.Value));
        Assert.All(predicates, predicate => Assert.Equal(1, predicate.CountIn(table)));
    }

    [Fact]
    public void Of_MoreThanAreAskedFor_AreTheSameOfASeed()
    {
        Table table = Tables.Of([.. Enumerable.Range(0, 50).Select(row => (double)row)]);

        Term[] first = [.. RarePredicates.Of(table, 10, seed: 1).Select(predicate => predicate.Terms[0])];

        Assert.Equal(10, first.Distinct().Count());
        Assert.Equal(first, RarePredicates.Of(table, 10, seed: 1).Select(predicate => predicate.Terms[0]));
        Assert.NotEqual(first, RarePredicates.Of(table, 10, seed: 2).Select(predicate => predicate.Terms[0]));
    }
}
