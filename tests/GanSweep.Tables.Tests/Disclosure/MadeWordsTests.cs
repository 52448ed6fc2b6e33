using System.Collections.Immutable;
using CsCheck;
using GanSweep.Tables.Disclosure;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Disclosure;

public sealed class MadeWordsTests
{
    private static readonly ImmutableHashSet<string> None = [];

    [Fact]
    public void InPlaceOfRare_MostWordsAreRare_EachBecomesOneOfAFormThatEnoughRowsHave()
    {
        // Six cabins of one form, one of a form of its own, and no word that five rows have.
        Table table = Words("C85", "E46", "B57", "A10", "C12", "D33", "C23 C25", null, "C85");

        Table worded = MadeWords.InPlaceOfRare(table, None, 5, out ImmutableHashSet<string> made);

        string?[] cells = TextsOf(worded);
        Assert.Equal(["word"], made);
        Assert.Null(cells[7]);
        Assert.All(cells.Where(cell => cell is not null), cell => Assert.Matches("^[A-Z][0-9][0-9]$", cell));
        Assert.Empty(cells.Intersect(TextsOf(table).Where(cell => cell is not null)));
        Assert.Equal(7, cells.Where(cell => cell is not null).Distinct().Count());
        Assert.Equal(cells[0], cells[8]);
        Assert.Equal(table.Schema[0].Levels, worded.Schema[0].Levels.Take(table.Schema[0].Levels.Length));
    }

    [Fact]
    public void InPlaceOfRare_FewOfMany_KeepsWhatEnoughRowsHave()
    {
        string[] words = [.. Enumerable.Repeat("A1", 5), "B1", "C1", "D1", "E1", "F1", "G1"];

        string?[] cells = TextsOf(MadeWords.InPlaceOfRare(Words(words), None, 5, out _));

        Assert.Equal(words[..5], cells[..5]);
        Assert.Empty(cells[5..].Intersect(words));
        Assert.Equal(6, cells[5..].Distinct().Count());
    }

    [Fact]
    public void InPlaceOfRare_HalfAreTold_ChangesNothing()
    {
        Table table = Words([.. Enumerable.Repeat("A1", 5), "B1", "C1", "D1", "E1", "F1"]);

        Assert.Same(table, MadeWords.InPlaceOfRare(table, None, 5, out ImmutableHashSet<string> made));
        Assert.Empty(made);
    }

    [Theory]
    [InlineData("no form of these words", "is shared", "by enough rows", "at all", "of any", "kind, here")]
    [InlineData("Ä1", "Ä2", "Ä3", "Ä4", "Ä5", "Ä6")]
    [InlineData("nurse", "clerk", "baker", "miner", "guard", "tutor")]
    [InlineData("k1", "k2", "k3", "k4", "k5", "clerk", "baker", "miner", "guard", "tutor")]
    [InlineData("A1", "AA1", "AAA1", "AAAA1", "AAAAA1", "AAAAAA1")]
    public void InPlaceOfRare_NoFormIsTold_ChangesNothing(params string[] words)
    {
        Table table = Words(words);

        Assert.Same(table, MadeWords.InPlaceOfRare(table, None, 5, out _));
    }

    [Fact]
    public void InPlaceOfRare_AColumnThatStays_ChangesNothing()
    {
        Table table = Words("C85", "E46", "B57", "A10", "C12", "D33");

        Assert.Same(table, MadeWords.InPlaceOfRare(table, new HashSet<string> { "word" }, 5, out _));
    }

    [Fact]
    public void InPlaceOfRare_AnyWords_NamesNoRareOneAndKeepsWhichRowsShareOne()
    {
        Gen.Select(Gen.Int[-1, 30].Array[1, 120], Gen.Int[1, 9]).Sample((codes, minimumCount) =>
        {
            string?[] words = [.. codes.Select(code => code < 0 ? null : $"k{code:D2}")];

            string?[] cells = TextsOf(MadeWords.InPlaceOfRare(Words(words), None, minimumCount, out ImmutableHashSet<string> made));

            Assert.Equal(words.Select(word => Array.IndexOf(words, word)), cells.Select(cell => Array.IndexOf(cells, cell)));
            string[] rare = [.. words.OfType<string>().CountBy(word => word).Where(word => word.Value < minimumCount).Select(word => word.Key)];
            Assert.True(made.IsEmpty || !cells.Intersect(rare).Any());
            int present = words.Count(word => word is not null);
            Assert.Equal(rare.Length > 0 && 2 * words.Count(word => rare.Contains(word)) > present && words.Count(word => rare.Contains(word)) >= minimumCount, !made.IsEmpty);
        });
    }

    [Fact]
    public void Fit_MostWordsAreRare_TheInverseHasAsManyAndNamesNone()
    {
        Table table = Words([.. Enumerable.Range(0, 200).Select(row => row % 4 == 0 ? null : $"T{row:D3}")]);

        var fitted = TableTransform.Fit(TransformKind.Quantile, table, clip: true, [], 5, out float[] rows);
        var kept = fitted.WithoutUnusedLevels();

        foreach (TableTransform transform in (TableTransform[])[fitted, kept])
        {
            string?[] cells = TextsOf(transform.InverseTable(rows));
            Assert.Equal(50, cells.Count(cell => cell is null));
            Assert.Equal(150, cells.OfType<string>().Distinct().Count());
            Assert.Empty(cells.OfType<string>().Intersect(TextsOf(table)));
        }

        Assert.Empty(kept.Schema[0].Levels.Intersect(table.Schema[0].Levels));
    }

    [Fact]
    public void Fit_WordsOfARule_AreThoseOfTheTable()
    {
        ImmutableArray<ColumnSchema> schema =
        [
            new("city", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 20).Select(city => $"c{city:D2}")] },
            new("zip", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 20).Select(zip => $"z{zip:D2}")] },
        ];
        double[] codes = [.. Enumerable.Range(0, 40).Select(row => row < 20 ? 0.0 : row - 20)];
        Table table = new(schema, [codes, codes]);

        var fitted = TableTransform.Fit(TransformKind.Quantile, table, clip: true, [new CombinationsRule(["city", "zip"])], 5, out float[] rows);

        Table back = fitted.InverseTable(rows);
        Assert.Equal(schema[0].Levels, back.Schema[0].Levels);
        Assert.All(TextsOf(back), cell => Assert.Equal("c00", cell));
    }

    private static Table Words(params string?[] words)
    {
        string[] levels = [.. words.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        ColumnSchema schema = new("word", ColumnKind.Category) { Levels = [.. levels] };
        return new Table([schema], [[.. words.Select(word => word is null ? double.NaN : Array.IndexOf(levels, word))]]);
    }

    private static string?[] TextsOf(Table table)
    {
        return [.. table.Column(0).ToArray().Select(cell => double.IsNaN(cell) ? null : table.Schema[0].Levels[(int)cell])];
    }
}
