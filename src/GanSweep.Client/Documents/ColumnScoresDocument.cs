using GanSweep.Evaluation.Fidelity;


namespace GanSweep.Client.Documents;

/// <summary>The scores of one column.</summary>
internal sealed record ColumnScoresDocument(
    double? MeanGap, double? StdGap, double? Js, double? KsComplement, double? Wasserstein1, PairDocument Q01, PairDocument Q99)
{
    public static ColumnScoresDocument Of(ColumnScores column)
    {
        return new ColumnScoresDocument(
            Finite.OrNull(column.MeanGap),
            Finite.OrNull(column.StdGap),
            Finite.OrNull(column.Js),
            Finite.OrNull(column.KsComplement),
            Finite.OrNull(column.Wasserstein1),
            new PairDocument(Finite.OrNull(column.RealQ01), Finite.OrNull(column.Q01)),
            new PairDocument(Finite.OrNull(column.RealQ99), Finite.OrNull(column.Q99)));
    }
}
