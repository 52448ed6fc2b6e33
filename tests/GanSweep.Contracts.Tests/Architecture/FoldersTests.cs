using System.Collections.Frozen;

namespace GanSweep.Contracts.Tests.Architecture;

/// <summary>The rooms of a project: a folder is a namespace, and no folder uses another that, in however many steps, uses it.</summary>
public sealed class FoldersTests
{
    private static readonly FrozenSet<string> Namespaces = SourceFile.All.Select(file => file.Namespace).ToFrozenSet();

    private static readonly FrozenDictionary<string, FrozenSet<string>> Uses = SourceFile.All
        .GroupBy(file => file.Namespace)
        .ToFrozenDictionary(folder => folder.Key, folder => folder.SelectMany(UsesOf).ToFrozenSet());

    public static TheoryData<string> Projects => [.. SourceFile.All.Select(file => file.Project).Distinct()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folder_Uses_RunInNoCircle(string project)
    {
        AssertNone(SourceFile.All.Where(file => file.Project == project).Select(file => file.Namespace).Distinct().Select(WayBack).OfType<string>());
    }

    [Fact]
    public void File_Namespace_IsThatOfItsFolder()
    {
        AssertNone(SourceFile.All.Where(file => file.Namespace != file.Folder).Select(file => $"{file.Path} is in {file.Namespace}"));
    }

    [Fact]
    public void File_Types_AreTheOneItIsNamedAfter()
    {
        // SweepGrain.Log.cs is a part of SweepGrain, SettingOfT.cs has the generic one of two types of a name.
        AssertNone(SourceFile.All
            .Where(file => file.Types.Any(type => Path.GetFileName(file.Path).Split('.')[0] is { } name && name != type && name != $"{type}OfT"))
            .Select(file => $"{file.Path} has {string.Join(", ", file.Types)}"));
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    // The shortest way from a folder by what it uses back to itself, or null if there is none.
    private static string? WayBack(string folder)
    {
        HashSet<string> seen = [];
        Queue<(string Folder, string Way)> ways = new([(folder, folder)]);
        while (ways.TryDequeue(out (string Folder, string Way) at))
        {
            foreach (string next in Uses[at.Folder])
            {
                string way = $"{at.Way} -> {next}";
                if (next == folder)
                {
                    return way;
                }

                if (seen.Add(next))
                {
                    ways.Enqueue((next, way));
                }
            }
        }

        return null;
    }

    // What a file names in full, by using lines or elsewhere; and the folders around its own, whose types it sees without.
    private static IEnumerable<string> UsesOf(SourceFile file)
    {
        IEnumerable<string> named = file.FullNames.Select(NamespaceIn).OfType<string>();
        IEnumerable<string> around = SourceFile.All
            .Where(other => file.Namespace.StartsWith(other.Namespace + ".", StringComparison.Ordinal) && other.Types.Any(file.Words.Contains))
            .Select(other => other.Namespace);
        return named.Concat(around).Where(used => used != file.Namespace);
    }

    // The longest beginning of a name that is a folder: the rest is a type and its members.
    private static string? NamespaceIn(string name)
    {
        for (string beginning = name; beginning.Contains('.', StringComparison.Ordinal); beginning = beginning[..beginning.LastIndexOf('.')])
        {
            if (Namespaces.Contains(beginning))
            {
                return beginning;
            }
        }

        return null;
    }
}
