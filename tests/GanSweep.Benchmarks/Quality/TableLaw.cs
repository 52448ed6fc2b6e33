using GanSweep.Tables;

namespace GanSweep.Benchmarks.Quality;

/// <summary>A law that tables are drawn from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Rows of a table.</param>
/// <param name="CopulaIsTruth">Whether a Gaussian copula with empirical margins is the law itself, and so cannot be done better than.</param>
/// <param name="Draw">The table of a seed.</param>
internal sealed record TableLaw(string Name, int Rows, bool CopulaIsTruth, Func<int, Table> Draw);
