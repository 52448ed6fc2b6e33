using System.Text.RegularExpressions;
using GanSweep.Contracts.Tests.Architecture;

namespace GanSweep.Contracts.Tests.Documents;

/// <summary>The documents lead to one another.</summary>
public sealed partial class LinksTests
{
    public static TheoryData<string> Documents =>
        [.. new[] { ".", "docs", "data" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_WithinTheRepository_LeadToAFileAndAHeading(string document)
    {
        string path = Path.Combine(Repository.Root, document);

        Assert.All(Links.Matches(File.ReadAllText(path)), link =>
        {
            string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, link.Groups["file"].Value));
            target = link.Groups["file"].Length == 0 ? path : target;
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{link.Value}: there is no {target}.");
            if (link.Groups["heading"] is { Length: > 0 } heading)
            {
                Assert.Contains(heading.Value, Headings.Matches(File.ReadAllText(target)).Select(line => Anchor(line.Groups["text"].Value)));
            }
        });
    }

    // As hosts of repositories make them: lower case, without punctuation, a hyphen for a blank.
    private static string Anchor(string heading)
    {
        return string.Concat(heading.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-');
    }

    [GeneratedRegex(@"\]\((?!https?:)(?<file>[^)#\s]*)(#(?<heading>[^)\s]+))?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links { get; }

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Headings { get; }
}
