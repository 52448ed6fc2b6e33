namespace GanSweep.Client.Documents;

/// <summary>The scores of one column.</summary>
internal sealed record ColumnScoresDocument(double? MeanGap, double? StdGap, double? Js);
