namespace GanSweep.Tests;

/// <summary>
/// The folder of tables as they lie on disks, with words and gaps, of which some may not be copied into the repository: the one that
/// <see cref="Variable"/> names, or else <c>shared/data</c> beside the checkout.
/// </summary>
internal static class MixedTablesFolder
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "GANSWEEP_MIXED_TABLES";

    // From bin/Release/net10.0: the project, tests, the repository, and what lies beside it.
    private const string Beside = "../../../../../../shared/data";

    /// <summary>Where it is, or would be.</summary>
    public static string Location { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, Beside));

    /// <summary>What is said where it, or a file of it, is not there.</summary>
    /// <param name="path">The path of what is not there.</param>
    public static string Lacks(string path)
    {
        return $"There is no {path}; {Variable} names the folder of such tables.";
    }
}
