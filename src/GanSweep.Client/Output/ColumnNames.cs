namespace GanSweep.Client.Output;

/// <summary>Columns' names for people.</summary>
internal static class ColumnNames
{
    private const int MostNamed = 12;

    /// <summary>a, "b c", d: names that are not one word are quoted, and of many the first dozen are listed.</summary>
    public static string Listed(IReadOnlyCollection<string> names)
    {
        IEnumerable<string> listed = names.Take(MostNamed)
            .Select(name => name.AsSpan().ContainsAny(" ,\"") ? $"\"{name}\"" : name);
        return string.Join(", ", listed) + (names.Count > MostNamed ? $", … {Figures.Count(names.Count - MostNamed)} more" : "");
    }
}
