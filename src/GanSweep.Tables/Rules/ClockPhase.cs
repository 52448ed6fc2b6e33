using System.Collections.Immutable;

namespace GanSweep.Tables.Rules;

/// <summary>The steps that a clock takes from some time of the week, or of the year.</summary>
/// <param name="At">Which time: a remainder of <see cref="FittedClock.Period"/>.</param>
/// <param name="Steps">The steps, all different, increasing.</param>
/// <param name="Shares">The share of each, above 0; together 1.</param>
public sealed record ClockPhase(double At, ImmutableArray<double> Steps, ImmutableArray<double> Shares);
