using GanSweep.Contracts.Tests.Architecture;

namespace GanSweep.Contracts.Tests.Documents;

/// <summary>What docs/security.md says was tried is a test: the last column of its tables names it.</summary>
public sealed class AttackTablesTests
{
    [Fact]
    public void Attacks_OfTheTables_NameTestsThatThereAre()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "security.md"));
        string[] attacks = [.. lines.SkipWhile(line => line != "## Attacks tried").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| test |", StringComparison.Ordinal))];
        Dictionary<string, string> sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal)
            .ToDictionary(files => files.Key, files => string.Concat(files.Select(File.ReadAllText)), StringComparer.Ordinal);

        Assert.True(attacks.Length > 40);
        Assert.Equal([], attacks.SelectMany(attack => Unknown(attack, sources)).ToArray());
    }

    // The names of a line that are of no test: "Class.Member_Of_It", "Class", or a member alone, of the class before it; "…" is for what follows, and "Name.Tests" is a project.
    private static IEnumerable<string> Unknown(string attack, Dictionary<string, string> sources)
    {
        string[] cells = attack.Split(" | ");
        string[] names = [.. cells[^1].Split('`').Where((name, index) => index % 2 == 1 && !name.EndsWith(".Tests", StringComparison.Ordinal))];
        string source = "";
        if (cells.Length != 4 || names.Length == 0)
        {
            yield return attack;
        }

        foreach (string name in names)
        {
            string[] parts = name.Split('.');
            if (parts[0].EndsWith("Tests", StringComparison.Ordinal) && !sources.TryGetValue(parts[0], out source!))
            {
                yield return name;
                source = "";
            }

            string member = parts[^1].TrimEnd('…');
            if (parts.Length > 1 || !member.EndsWith("Tests", StringComparison.Ordinal))
            {
                if (!source.Contains($" {member}", StringComparison.Ordinal))
                {
                    yield return name;
                }
            }
        }
    }
}
