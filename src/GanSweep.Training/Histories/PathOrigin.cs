namespace GanSweep.Training.Histories;

/// <summary>Real rows after which a path goes on.</summary>
/// <param name="Rows">As a model sees them, in the order of time, at most its window, <c>[rows, features]</c>.</param>
/// <param name="Stamp">When the last of them is; null where no column says.</param>
internal sealed record PathOrigin(ReadOnlyMemory<float> Rows, double? Stamp);
