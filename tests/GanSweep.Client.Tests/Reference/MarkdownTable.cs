namespace GanSweep.Client.Tests.Reference;

/// <summary>Tables in Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>Lines with a line feed each.</summary>
    public static string Write(string[] headings, IEnumerable<string[]> rows)
    {
        string[] rule = [.. headings.Select(_ => "---")];
        return $"{Line(headings)}|{string.Join('|', rule)}|\n{string.Concat(rows.Select(Line))}";
    }

    /// <summary>Text as code.</summary>
    public static string Code(string text)
    {
        return $"`{text}`";
    }

    private static string Line(string[] cells)
    {
        return $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";
    }
}
