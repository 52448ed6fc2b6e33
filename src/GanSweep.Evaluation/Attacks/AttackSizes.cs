using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Attacks;

/// <summary>How much is attacked: numbers of rows and columns, not clocks, so that results are the same everywhere.</summary>
internal static class AttackSizes
{
    /// <summary>The most predicates of a singling-out attack.</summary>
    public const int Predicates = 1000;

    /// <summary>The most rows of a table that predicates are held against, and the most synthetic rows that are searched.</summary>
    public const int Rows = 1 << 16;

    private const int LeastRows = 1 << 11;
    private const int CellsOfTheRows = 1 << 20;
    private const int LeastTargets = 256;
    private const int MostTargets = 2000;
    private const int LeastSecrets = 8;
    private const int MostSecrets = 64;
    private const int MostSecretsTimesColumns = 6400;

    /// <summary>The most synthetic rows that a nearest one is looked for among: beyond 16 columns 2^20 cells, and at least 2,048 rows.</summary>
    public static int SearchedRows(int columns)
    {
        return Math.Clamp(CellsOfTheRows / columns, LeastRows, Rows);
    }

    /// <summary>The most rows of a table that are attacked by their nearest synthetic rows: 2^28 / (synthetic rows × columns), 256 to 2,000.</summary>
    public static int Targets(int syntheticRows, int columns)
    {
        return RowPairs.Against(syntheticRows, columns, LeastTargets, MostTargets);
    }

    /// <summary>The most columns that are told in turn: 64, beyond 100 columns 6,400 / columns, and at least 8.</summary>
    public static int Secrets(int columns)
    {
        return Math.Clamp(MostSecretsTimesColumns / columns, LeastSecrets, MostSecrets);
    }
}
