using System.Globalization;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Reporting.Html;

/// <summary>Levels as they are read: on one line, shortened, and never blank. They are texts of a file, and escaped where they are written.</summary>
internal static class LevelText
{
    private const int MostLetters = 40;

    public static string Of(ColumnSchema column, int level)
    {
        return Of(column.Levels[level]);
    }

    /// <summary>A level in quotes, for sentences.</summary>
    public static string Quoted(string shown)
    {
        return $"“{shown}”";
    }

    /// <summary>A level that is known by its word.</summary>
    public static string Of(string level)
    {
        if (string.IsNullOrWhiteSpace(level))
        {
            return "(blank)";
        }

        string line = Unprintable.Escaped(level).ReplaceLineEndings(" ");
        StringInfo letters = new(line);
        return letters.LengthInTextElements <= MostLetters ? line : letters.SubstringByTextElements(0, MostLetters) + "…";
    }
}
