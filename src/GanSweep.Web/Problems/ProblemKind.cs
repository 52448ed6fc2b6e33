namespace GanSweep.Web.Problems;

/// <summary>A kind of problem.</summary>
/// <param name="Name">Its name for programs, the end of its type.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The kind in words.</param>
internal sealed record ProblemKind(string Name, int Status, string Title);
