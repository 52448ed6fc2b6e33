using GanSweep.Evaluation.Privacy;

namespace GanSweep.Evaluation.Membership;

/// <summary>
/// How far each of some real records is from each of others, in two ways: as rows (<see cref="RowDistances"/>) and as points, squared
/// (<see cref="Joint.JointPoints"/>): <c>[records][others]</c> of both.
/// </summary>
/// <param name="Distances">Distances of the rows, 0 to 1.</param>
/// <param name="Squares">Squared distances of the points.</param>
internal sealed record RecordPairs(float[][] Distances, float[][] Squares);
