using System.Text.RegularExpressions;

namespace GanSweep.Client.Tests.Reference;

/// <summary>The tables in the documents are those of the code.</summary>
public sealed partial class ReferenceDocumentsTests
{
    private const string Update = "GANSWEEP_UPDATE";

    private static readonly string[] Documents = ["docs/reference.md", "docs/operations.md"];

    public static TheoryData<string> Names => [.. Documents];

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_Tables_AreCurrent(string document)
    {
        string path = RepositoryFiles.PathOf(document);
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");

        string current = Marked.Replace(
            text, table => $"{table.Groups["begin"]}{ReferenceTables.All[table.Groups["name"].Value]()}{table.Groups["end"]}");

        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(path, current);
            text = current;
        }

        Assert.True(
            text == current,
            $"The tables of {document} are not what the code says. Write them anew: "
                + $"{Update}=1 dotnet test --project tests/GanSweep.Client.Tests -c Release, then commit them.");
    }

    [Fact]
    public void Documents_Together_HaveEveryTableOnce()
    {
        IEnumerable<string> named = Documents
            .SelectMany(document => Marked.Matches(File.ReadAllText(RepositoryFiles.PathOf(document))))
            .Select(table => table.Groups["name"].Value);

        Assert.Equal(ReferenceTables.All.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(
        @"(?<begin><!-- table: (?<name>[a-z ]+) -->\n).*?(?<end><!-- end -->)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked { get; }
}
