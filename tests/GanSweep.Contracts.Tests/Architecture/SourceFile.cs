using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace GanSweep.Contracts.Tests.Architecture;

/// <summary>A file of C# under src: where it lies, what it declares, and what it mentions.</summary>
/// <param name="Path">Its path from src.</param>
/// <param name="Namespace">The namespace it declares; that of its folder if it declares none, as a program does.</param>
/// <param name="Types">The types it declares, without those that are nested or of the file alone.</param>
/// <param name="FullNames">What it mentions by a name that begins with GanSweep, in its using lines or elsewhere.</param>
/// <param name="Words">What it mentions by a single word, in its code.</param>
internal sealed partial record SourceFile(
    string Path, string Namespace, ImmutableArray<string> Types, ImmutableHashSet<string> FullNames, ImmutableHashSet<string> Words)
{
    /// <summary>Every file under src.</summary>
    public static ImmutableArray<SourceFile> All { get; } = [.. ReadAll(System.IO.Path.Combine(Repository.Root, "src"))];

    /// <summary>The namespace that its folders stand for.</summary>
    public string Folder => FolderOf(Path);

    /// <summary>Its project, without GanSweep in front.</summary>
    public string Project => Path[..Path.IndexOf('/', StringComparison.Ordinal)]["GanSweep.".Length..];

    private static IEnumerable<SourceFile> ReadAll(string src)
    {
        return Directory.EnumerateFiles(src, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: System.IO.Path.GetRelativePath(src, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => !file.Path.Split('/').Any(folder => folder is "bin" or "obj"))
            .Select(file => Parse(file.Path, file.Text));
    }

    private static SourceFile Parse(string path, string text)
    {
        Match declaration = Declaration().Match(text);
        string code = ProseOrDeclaration().Replace(text, "");
        return new SourceFile(
            path,
            declaration.Success ? declaration.Groups["name"].Value : FolderOf(path),
            [.. TypeDeclaration().Matches(code).Select(type => type.Groups["name"].Value)],
            [.. FullName().Matches(code).Select(name => name.Value)],
            [.. Word().Matches(FullName().Replace(code, "")).Select(word => word.Value)]);
    }

    private static string FolderOf(string path)
    {
        return path[..path.LastIndexOf('/')].Replace('/', '.');
    }

    [GeneratedRegex("""^namespace (?<name>[\w.]+);""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();

    // Comments, documents and texts tell of much that the code does not use.
    [GeneratedRegex("""//.*|"(?:[^"\\\n]|\\.)*"|^namespace .*""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProseOrDeclaration();

    [GeneratedRegex(
        """^((public|internal|static|sealed|abstract|partial|readonly|unsafe|ref) )*(record struct|record|class|struct|interface|enum|delegate [\w<>?]+) (?<name>\w+)""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex("""\bGanSweep(\.\w+)+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FullName();

    [GeneratedRegex("""\b[A-Z]\w*\b""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
