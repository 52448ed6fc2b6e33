using System.Text.Json;
using GanSweep.Evaluation.Fidelity;

namespace GanSweep.Documents;

/// <summary>The scores of one column as JSON: those that a column of its kind has, each under its name.</summary>
internal static class ColumnScoresDocument
{
    /// <summary>The document of a column's scores.</summary>
    public static IReadOnlyDictionary<string, object?> Of(ColumnScores column)
    {
        return column.CategoryGap is null ? OfMeasure(column) : OfLevels(column);
    }

    private static OrderedDictionary<string, object?> OfMeasure(ColumnScores column)
    {
        OrderedDictionary<string, object?> document = new()
        {
            [Name(nameof(column.MeanGap))] = Finite.OrNull(column.MeanGap),
            [Name(nameof(column.StdGap))] = Finite.OrNull(column.StdGap),
            [Name(nameof(column.Js))] = Finite.OrNull(column.Js),
            [Name(nameof(column.KsComplement))] = Finite.OrNull(column.KsComplement),
            [Name(nameof(column.Wasserstein1))] = Finite.OrNull(column.Wasserstein1),
            [Name(nameof(column.Q01))] = new PairDocument(Finite.OrNull(column.RealQ01), Finite.OrNull(column.Q01)),
            [Name(nameof(column.Q99))] = new PairDocument(Finite.OrNull(column.RealQ99), Finite.OrNull(column.Q99)),
        };
        if (column.MissingGap > 0)
        {
            document[Name(nameof(column.MissingGap))] = column.MissingGap;
        }

        return document;
    }

    private static OrderedDictionary<string, object?> OfLevels(ColumnScores column)
    {
        return new OrderedDictionary<string, object?>
        {
            [Name(nameof(column.CategoryGap))] = column.CategoryGap,
            [Name(nameof(column.Js))] = column.Js,
            [Name(nameof(column.LevelCoverage))] = column.LevelCoverage,
            [Name(nameof(column.NovelLevels))] = column.NovelLevels,
            [Name(nameof(column.TvComplement))] = column.TvComplement,
            [Name(nameof(column.MissingGap))] = column.MissingGap,
        };
    }

    private static string Name(string member)
    {
        return JsonNamingPolicy.CamelCase.ConvertName(member);
    }
}
