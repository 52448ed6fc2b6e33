namespace GanSweep.Evaluation.Baselines.Copulas;

/// <summary>A margin of a copula.</summary>
/// <param name="Scores">Normal scores, ascending, <c>[knots]</c>.</param>
/// <param name="Values">The values at these, ascending, <c>[knots]</c>; none if every cell is missing.</param>
/// <param name="InSteps">Whether no value lies between two of these.</param>
/// <param name="Missing">The share of missing cells. Where it is above 0, whether a cell is missing has a score of its own.</param>
internal sealed record CopulaColumn(double[] Scores, double[] Values, bool InSteps, double Missing);
